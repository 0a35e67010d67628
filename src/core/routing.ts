/** From category, authority and place to the one who must answer, and why. */
import type { AuthorityAnswer } from './authority-question.ts'
import type { Agency, Category, Government, RegionNode } from './configuration.ts'
import type { Kind } from './reading.ts'

export interface RoutingQuestion {
  kind: Kind
  category: Category
  authority: AuthorityAnswer
  government: Government | null
  /** Kemendagri code of the place, null where the post names none. */
  areaCode: string | null
  areaName: string | null
  /** Agencies of the government that the post names, in order. */
  mentioned: Agency[]
  /** An allegation against officials: never to the accused. */
  integrity: boolean
  /** … which is feared only: the post is of another category. */
  suspicion?: boolean
  /** … and the accused is the inspectorate's own officer. */
  accusesInspectorate: boolean
  /** "capil kota", "pemkot": the city is meant though no place is named. */
  meansCity: boolean
  /** Fields of work that the post names, as agencies' names have them: "ternak", most heard first. */
  fields?: string[]
  /** The name of the place is that of several: no district can be told. */
  ambiguous?: boolean
}

export interface Route {
  function: string | null
  /** As `Reading.agency`. */
  agency: string | null
  because: string
}

/** Categories whose duty lies with whichever agency the post names. */
const NAMED_AGENCY_ANSWERS = new Set([
  'adm.layanan_online',
  'gov.aduan_diabaikan',
  'gov.informasi_publik',
  'apresiasi.umum',
])

const PRAISE = 'apresiasi.umum'

/** Decides for one government, or without one for bodies outside only. */
export function route(question: RoutingQuestion): Route {
  const { kind, category, government, authority } = question
  if (kind === 'irrelevant') return nowhere('bukan urusan layanan publik')
  if (category.id === 'gov.pejabat_politik') {
    return nowhere('kritik politik: hanya dihitung untuk tren, tidak masuk antrean')
  }
  if (!government) return withoutGovernment(category, authority)
  const found = relation(question.areaCode, government)
  if (found === 'outside' && question.integrity)
    return triage(question, `dugaan pelanggaran, ${outside(question)}: dipastikan koordinator`)
  if (found === 'outside') {
    return { function: authority.function, agency: 'out-of-area', because: outside(question) }
  }
  if (question.integrity && question.accusesInspectorate)
    return triage(question, 'yang diadukan pegawai inspektorat sendiri')
  if (question.integrity && question.suspicion)
    return triage(question, 'mungkin dugaan pelanggaran: dibaca koordinator lebih dulu')
  if (question.integrity) {
    const because = 'dugaan pelanggaran: hanya ke inspektorat, tidak ke pihak yang diadukan'
    return { function: 'inspektorat', agency: government.inspectorate, because }
  }
  if (isOutsideBody(category, authority)) return toOutsideBody(authority)
  return withinGovernments(question, government, found)
}

type Relation = 'own' | 'outside' | RegionNode | null

/** How a place stands to a government: its own, one it hands over to, or neither. */
function relation(areaCode: string | null, government: Government): Relation {
  if (!areaCode) return null
  const { regionCode, region } = government
  const nodes = region.filter(({ code }) => areaCode === code || areaCode.startsWith(`${code}.`))
  const nearest = nodes.sort((a, b) => b.code.length - a.code.length)[0]
  const inside = areaCode === regionCode || areaCode.startsWith(`${regionCode}.`)
  if (inside) return nearest && nearest.code.length > regionCode.length ? nearest : 'own'
  // the province above, named without more ("Sumsel"), is where we are too
  if (regionCode.startsWith(`${areaCode}.`)) return 'own'
  return nearest && nearest.code.length >= regionCode.length ? nearest : 'outside'
}

function withinGovernments(
  question: RoutingQuestion,
  government: Government,
  found: Relation,
): Route {
  const { authority, category, mentioned } = question
  const { level } = government
  const node = typeof found === 'object' ? found : null
  const named = mentioned[0]
  if (named && NAMED_AGENCY_ANSWERS.has(category.id)) return toNamed(question, named)
  if (category.id === PRAISE) return toSecretariat(question, government)
  if (node && !node.code.startsWith(government.regionCode)) return handOver(question, node)
  if (level !== 'province' && authority.authority === 'province') {
    const above = government.region.find((each) => each.level === 'province')
    if (above) return handOver(question, above)
  }
  if (level === 'province' && isLocal(authority)) return toRegency(question, government, node)
  return toOwnAgency(question, government)
}

const isLocal = ({ authority }: AuthorityAnswer): boolean =>
  authority === 'regency' || authority === 'village'

/** A province hears of a regency's duty. */
function toRegency(
  question: RoutingQuestion,
  government: Government,
  node: RegionNode | null,
): Route {
  const city = government.region.filter(({ level }) => level === 'city')
  const named = node ?? (question.meansCity && city.length === 1 ? city[0] : undefined)
  if (named) return handOver(question, named)
  // what no province ever does is not kept because nobody said where
  if (isNeverProvincial(question.category) && city.length === 1) {
    return handOver(question, city[0] as RegionNode)
  }
  if (ownAgencies(question, government).length > 0) {
    const route = toOwnAgency(question, government)
    return { ...route, because: `${route.because}; tempat belum jelas, penerima pertama mengurus` }
  }
  // the seat of the province is where most of its citizens live and write
  if (city.length === 1) return handOver(question, city[0] as RegionNode)
  return triage(question, 'kabupaten/kota belum diketahui')
}

const isNeverProvincial = ({ owner, authorityRule }: Category): boolean =>
  owner.province === null || authorityRule === 'waste'

function toOwnAgency(question: RoutingQuestion, government: Government): Route {
  const { authority } = question
  const agencies = ownAgencies(question, government)
  if (agencies.length === 0) return byHandOver(question, government)
  const chosen = nearest(question, agencies)
  return chosen
    ? { function: authority.function, agency: chosen.id, because: duty(chosen) }
    : triage(question, 'beberapa unit punya urusan ini, tempatnya belum jelas')
}

/** Of several with one duty: those that the post names, then whose district, field, category it is. */
function nearest(question: RoutingQuestion, agencies: Agency[]): Agency | undefined {
  const { mentioned, areaCode, ambiguous, category, fields = [] } = question
  const named = mentioned.filter((agency) => agencies.includes(agency))
  // "kantor camat" names them all, and so none of them
  const some = named.length > 0 && named.length < agencies.length
  const asked = some ? named : agencies
  const serves = ({ districts = [] }: Agency) =>
    !ambiguous && districts.some((code) => areaCode?.startsWith(code))
  const here = asked.filter(serves)
  const near = here.length > 0 ? here : asked
  const isDistrict = ({ districts = [] }: Agency) => districts.length > 0
  if (!some && here.length === 0 && near.length > 1 && near.every(isDistrict)) return undefined
  return (
    byField(near, fields) ??
    near.find(({ categories = [] }) => categories.includes(category.id)) ??
    near[0]
  )
}

/** "sapi" is for the agency that has "Peternakan" in its name. */
function byField(agencies: Agency[], fields: string[]): Agency | undefined {
  if (agencies.length < 2) return undefined
  for (const field of fields) {
    const found = agencies.find(({ name }) => name.toLowerCase().includes(field))
    if (found) return found
  }
  return undefined
}

/** Thanks to nobody in particular are for the whole house. */
function toSecretariat({ authority }: RoutingQuestion, { agencies, coordinator }: Government) {
  const house = agencies.find(({ functions }) => functions.includes('setda'))
  const because = 'ucapan untuk pemerintah daerah seluruhnya'
  return { function: authority.function ?? 'setda', agency: house?.id ?? coordinator, because }
}

function toNamed({ authority }: RoutingQuestion, named: Agency): Route {
  const because = `${named.name} disebut dalam kiriman`
  return { function: named.functions[0] ?? authority.function, agency: named.id, because }
}

function byHandOver(question: RoutingQuestion, government: Government): Route {
  const code = question.authority.function
  const rule = code ? government.handOver[code] : undefined
  if (!rule) return triage(question, 'tidak ada perangkat daerah dengan urusan ini')
  if (rule.startsWith('external:')) {
    const body = rule.slice('external:'.length)
    return { function: body, agency: body, because: 'urusan ini dialihkan ke instansi luar' }
  }
  const above = government.region.find(({ level }) => level === rule)
  return above ? handOver(question, above) : triage(question, 'tujuan alih belum terdaftar')
}

function ownAgencies({ authority }: RoutingQuestion, government: Government): Agency[] {
  const code = authority.function
  if (!code) return []
  return government.agencies.filter(({ functions }) => functions.includes(code))
}

function handOver({ authority }: RoutingQuestion, node: RegionNode): Route {
  const because = `kewenangan ${node.name}: dialihkan`
  return { function: authority.function, agency: `government:${node.government}`, because }
}

function isOutsideBody(category: Category, authority: AuthorityAnswer): boolean {
  const code = authority.function
  if (code === null) return false
  if (code === category.owner.regency || code === category.owner.province) return false
  const national = authority.authority === 'national' || authority.authority === 'private'
  return national || code === category.owner.external
}

function toOutsideBody(authority: AuthorityAnswer): Route {
  return { function: authority.function, agency: authority.function, because: authority.because }
}

function withoutGovernment(category: Category, authority: AuthorityAnswer): Route {
  if (isOutsideBody(category, authority)) return toOutsideBody(authority)
  const because = `${authority.because}; pemerintah daerah tidak ditentukan`
  return { function: authority.function, agency: null, because }
}

function duty(agency: Agency): string {
  return `urusan ${agency.name} (${agency.abbreviation})`
}

function outside({ areaName, areaCode, government }: RoutingQuestion): string {
  return `tempat di luar wilayah ${government?.name ?? ''}: ${areaName ?? areaCode}`
}

function triage({ authority }: RoutingQuestion, why: string): Route {
  return { function: authority.function, agency: 'triage', because: `ke meja pilah: ${why}` }
}

function nowhere(because: string): Route {
  return { function: null, agency: null, because }
}
