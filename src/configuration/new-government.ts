/** A government that is not shipped: from its region code and the list of its agencies. */
import type { Agency, District, Government, Taxonomy } from '../core/configuration.ts'
import { guessFunctions } from './guess-functions.ts'
import { timeZoneOf } from './province-table.ts'
import type { AgencyRow } from './read-agencies-csv.ts'
import { districtsOf, kebab, type Region, regionNodesOf } from './region-data.ts'
import { type Chief, usualEscalation } from './usual-escalation.ts'

export interface NewGovernment {
  government: Government
  /** Agencies whose functions were guessed, and how well. */
  guesses: { agency: Agency; sure: boolean }[]
}

export interface NewGovernmentFacts {
  id: string
  region: Region
  /** "Pemerintah Kabupaten Kaur" unless given. */
  name?: string | undefined
  rows: AgencyRow[]
  taxonomy: Taxonomy
  takenPrefixes: string[]
}

export async function makeGovernment(facts: NewGovernmentFacts): Promise<NewGovernment> {
  const { id, region } = facts
  const prefix = id.replace(/^pem(prov|kab|kot)-/, '')
  const districts = await districtsOf(region.code)
  const made = facts.rows.map((row) => makeAgency(row, prefix, region, facts.taxonomy))
  const agencies = withDistrictOffices(
    made.map(({ agency }) => agency),
    prefix,
    districts,
    region,
  )
  const government: Government = {
    id,
    name: facts.name ?? `Pemerintah ${region.name}`,
    level: region.level,
    regionCode: region.code,
    ...timeZoneOf(region.code.slice(0, 2)),
    codePrefix: choosePrefix(bareName(region), facts.takenPrefixes),
    coordinator: firstWith('kominfo', agencies),
    inspectorate: firstWith('inspektorat', agencies),
    evidence: 'agencies: own list at init; districts: idn-area-data 3.1.2 (ODbL)',
    listen: usualWords(region),
    handOver: usualHandOver(region),
    agencies,
    region: await regionNodesOf(region.code),
    districts,
    roads: [],
    landmarks: [],
    examples: [],
    sources: [],
    firstResponseMinutes: { P1: 30, P2: 120, P3: 450, P4: 900 },
  }
  return { government, guesses: made.filter(({ guessed }) => guessed) }
}

const bareName = ({ name }: Region) => name.replace(/^(Provinsi|Kabupaten|Kota) /, '')

const CHIEFS: Record<Region['level'], Chief> = {
  province: 'Gubernur',
  regency: 'Bupati',
  city: 'Wali Kota',
}

function makeAgency(row: AgencyRow, prefix: string, region: Region, { functions }: Taxonomy) {
  const guessed = row.functions.length === 0
  const guess = guessed ? guessFunctions(row, functions) : { functions: row.functions, sure: true }
  const chief = CHIEFS[region.level]
  const agency: Agency = {
    id: `${prefix}.${kebab(row.abbreviation)}`,
    name: row.name,
    abbreviation: row.abbreviation,
    functions: guess.functions,
    aliases: row.aliases,
    handles: [],
    escalation: row.escalation.length > 0 ? row.escalation : usualEscalation(row.name, chief),
    evidence: 'own list at init',
  }
  return { agency, guessed, sure: guess.sure }
}

/** The camat of each district answers for his district, unless the list brings them itself. */
function withDistrictOffices(
  agencies: Agency[],
  prefix: string,
  districts: District[],
  { level }: Region,
): Agency[] {
  if (agencies.some(({ functions }) => functions.includes('kecamatan'))) return agencies
  const offices = districts.map(({ code, name }) => ({
    id: `${prefix}.kec-${kebab(name)}`,
    name: `Kecamatan ${name}`,
    abbreviation: `Kec. ${name}`,
    functions: ['kecamatan'],
    aliases: [`camat ${name.toLowerCase()}`, `kantor camat ${name.toLowerCase()}`],
    handles: [],
    escalation: usualEscalation('Kecamatan', CHIEFS[level]),
    districts: [code],
    evidence: 'idn-area-data 3.1.2 (ODbL)',
  }))
  return [...agencies, ...offices]
}

/** None: the check says that it has to be decided. */
function firstWith(code: string, agencies: Agency[]): string {
  return agencies.find(({ functions }) => functions.includes(code))?.id ?? ''
}

/** Three letters of the name in their order that no other government has: Kaur → KAU. */
function choosePrefix(name: string, taken: string[]): string {
  const [first = 'X', ...rest] = name.toUpperCase().replace(/[^A-Z]/g, '')
  const choices = rest.flatMap((second, at) =>
    rest.slice(at + 1).map((third) => `${first}${second}${third}`),
  )
  return choices.find((choice) => !taken.includes(choice)) ?? `${first}XX`
}

function usualWords(region: Region): Government['listen'] {
  const bare = bareName(region).toLowerCase()
  const words = {
    province: [`pemprov ${bare}`, `gubernur ${bare}`],
    regency: [`pemkab ${bare}`, `bupati ${bare}`],
    city: [`pemkot ${bare}`, `wali kota ${bare}`, `walikota ${bare}`],
  }
  const keywords = [...words[region.level], region.name.toLowerCase(), bare]
  const hashtags = [`#${bare.replace(/[^a-z0-9]/g, '')}`]
  return { handles: [], keywords: [...new Set(keywords)], hashtags, exclude: [] }
}

/** What a level does not have by law (UU 23/2014) and its neighbour does. */
function usualHandOver({ level }: Region): Record<string, string> {
  if (level !== 'province') return { esdm: 'province', hutan: 'province' }
  const below = ['damkar', 'kecamatan', 'pdam', 'pertanahan', 'dukcapil']
  return Object.fromEntries(below.map((code) => [code, 'regency']))
}
