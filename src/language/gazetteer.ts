/**
 * Names of provinces, regencies, districts and villages, from idn-area-data 3.1.2 (data: ODbL),
 * in a form that loads in a few milliseconds. Built by `build-reader`.
 */
import type { PlaceLevel } from '../core/reading.ts'
import type { WordUse } from './word-use.ts'

export type AreaLevel = Extract<PlaceLevel, 'province' | 'regency' | 'district' | 'village'>

export interface AreaRow {
  /** Kemendagri code: "17", "17.71", "17.71.04", "17.71.04.1001". */
  code: string
  name: string
}

export interface NamedAreas {
  codes: string[]
  /** The name is a word of everyday Indonesian (Baru, Pasar, Luas): it needs more cues. */
  ordinary: boolean
}

export interface Gazetteer {
  /** Whether some name begins with these letters; only the first five are looked at. */
  begins(letters: string): boolean
  lookup(key: string): NamedAreas | undefined
  /** Keys of all names. */
  keys(): Iterable<string>
  /** Some place of the country is called so, wherever it lies. */
  isName(key: string): boolean
  /** How many writers of the corpus write a word small and mean no place by it; 0 for one, too. */
  usedBy(word: string): number
  /** Printed name of a province, regency or district. */
  nameOf(code: string): string | undefined
}

/** Most words that a name is made of. */
export const LONGEST_NAME = 5

/** Letters by which a word is known to begin no name. */
export const BEGINNING = 5

const LEVEL_BY_LENGTH: Record<number, AreaLevel> = { 2: 'province', 5: 'regency', 8: 'district' }

/** Level of a Kemendagri code, by its length. */
export function levelOfCode(code: string): AreaLevel {
  return LEVEL_BY_LENGTH[code.length] ?? 'village'
}

const PLAIN = /^[a-z0-9]*$/

/** Letters and digits only, lower case: "Sungai Menang" and "#sungaimenang" are one key. */
export function keyOf(name: string): string {
  // most words of a post are plain already, and this runs for each of them five times
  return PLAIN.test(name) ? name : name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/**
 * Area rows → gazetteer file.
 * @param isOrdinary whether a single word is an everyday one
 * @param use of small words in the corpus; what a single writer has is left out
 */
export function encodeGazetteer(
  rows: AreaRow[],
  isOrdinary: (word: string) => boolean,
  use: WordUse = new Map(),
): string {
  const named = rows.filter(({ code }) => code.length <= 8)
  const names = named.map(({ code, name }) => `${code}\t${titled(name)}`)
  const codes = codesByKey(rows, keysOf)
  for (const [key, list] of bareDistricts(rows)) {
    const known = codes.get(key) ?? []
    if (isOrdinary(key) || known.some((code) => code.length <= 8)) continue
    codes.set(key, [...list, ...known])
  }
  for (const [key, list] of bareVillages(rows)) if (!codes.has(key)) codes.set(key, list)
  const keys = [...codes].map(([key, list]) => {
    return `${key}\t${isOrdinary(key) ? '1' : '0'}${list.join(' ')}`
  })
  const used = [...use].filter(([, writers]) => writers > 1).map((pair) => pair.join('\t'))
  return `${names.join('\n')}\n\n${keys.join('\n')}\n\n${used.join('\n')}\n`
}

function codesByKey(rows: AreaRow[], keysOf: (name: string) => string[]): Map<string, string[]> {
  const codes = new Map<string, string[]>()
  for (const { code, name } of rows) {
    for (const key of keysOf(name)) {
      const list = codes.get(key)
      if (list) list.push(code)
      else codes.set(key, [code])
    }
  }
  return codes
}

const DIRECTION =
  /\s+(utara|selatan|barat|timur|tengah|pusat|hulu|hilir|ulu|ilir|kota|dalam|luar)$/i
const SHORTEST_BARE = 5

/** "Cikarang Utara", "Cikarang Barat": citizens say Cikarang. */
function bareDistricts(rows: AreaRow[]): Map<string, string[]> {
  const districts = rows.filter(({ code, name }) => code.length === 8 && DIRECTION.test(name))
  return codesByKey(districts, (name) =>
    [keyOf(name.replace(DIRECTION, ''))].filter((key) => key.length >= SHORTEST_BARE),
  )
}

const NUMBERED = /^(\S+ \S.*?)\s+(I{1,3}|IV|VI{0,3}|\d|Baru|Lama)$/i

/** "Muara Burnai I" and "Muara Burnai II", "Talang Rimbo Lama": citizens leave the last word out. */
function bareVillages(rows: AreaRow[]): Map<string, string[]> {
  const villages = rows.filter(({ code, name }) => code.length > 8 && NUMBERED.test(name))
  return codesByKey(villages, (name) => [keyOf(name.replace(NUMBERED, '$1'))])
}

/** "KOTA BENGKULU" is found as "kota bengkulu" and as "bengkulu"; brackets hold second names. */
function keysOf(name: string): string[] {
  const [main = '', second] = name.split(/[(/]/)
  const keys = [keyOf(main)]
  const bare = main.replace(/^(kabupaten|kota administrasi|kota|daerah istimewa|dki)\s+/i, '')
  if (bare !== main && /^[A-Z\s.]+$/.test(main)) keys.push(keyOf(bare))
  if (second) keys.push(keyOf(second))
  return [...new Set(keys)].filter((key) => key.length > 1)
}

function titled(name: string): string {
  if (name !== name.toUpperCase()) return name
  return name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase())
}

/**
 * Gazetteer file → lookup.
 * @param scope Kemendagri code of the government: villages are known inside it only (a third of
 * the country's villages share their name); null knows all of them
 */
export function openGazetteer(file: string, scope: string | null): Gazetteer {
  const middle = file.indexOf('\n\n')
  const end = file.indexOf('\n\n', middle + 2)
  const names = new Map<string, string>()
  eachLine(file, 0, middle, (code, name) => names.set(code, name))
  const areas = new Map<string, string>()
  eachLine(file, middle + 2, end, (key, value) => areas.set(key, value))
  const use = new Map<string, number>()
  eachLine(file, end + 2, file.length, (word, count) => use.set(word, Number(count)))
  const beginnings = new Set<string>()
  for (const key of areas.keys())
    for (let end = 1; end <= BEGINNING; end++) beginnings.add(key.slice(0, end))
  const parsed = new Map<string, NamedAreas | null>()
  return {
    begins: (letters) => beginnings.has(letters.slice(0, BEGINNING)),
    nameOf: (code) => names.get(code),
    keys: () => areas.keys(),
    isName: (key) => areas.has(key),
    usedBy: (word) => use.get(word) ?? 0,
    lookup: (key) => {
      const known = parsed.get(key)
      if (known !== undefined) return known ?? undefined
      const value = areas.get(key)
      if (value === undefined) return undefined
      const entry = parseAreas(value, scope)
      parsed.set(key, entry)
      return entry ?? undefined
    },
  }
}

function eachLine(
  file: string,
  from: number,
  to: number,
  take: (left: string, right: string) => void,
): void {
  let at = from
  while (at < to) {
    const end = file.indexOf('\n', at)
    const stop = end < 0 || end > to ? to : end
    const tab = file.indexOf('\t', at)
    if (tab > 0 && tab < stop) take(file.slice(at, tab), file.slice(tab + 1, stop))
    at = stop + 1
  }
}

function parseAreas(value: string, scope: string | null): NamedAreas | null {
  const all = value.slice(1).split(' ')
  const codes = all.filter((code) => !scope || code.length <= 8 || code.startsWith(scope))
  return codes.length > 0 ? { codes, ordinary: value.startsWith('1') } : null
}
