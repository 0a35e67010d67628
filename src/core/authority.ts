/**
 * Whose duty a problem is: the level of government, and the function there. One table per rule of
 * `taxonomy.yaml: authorityRules` (sources: UU 23/2014, UU 38/2004 jo. 2/2022).
 */
import type {
  AuthorityEntry,
  Category,
  GovernmentLevel,
  RoadRegisterEntry,
} from './configuration.ts'
import { legalBasis } from './legal-basis.ts'
import type { Authority } from './reading.ts'

/** What the words of a post say about ownership; made by the language room. */
export interface OwnershipClues {
  road: RoadRegisterEntry | null
  /** Names of the clues heard: "road.national", "school.middle", "tax.vehicle" … */
  heard: ReadonlySet<string>
  /** Bodies outside regional government that are named: "pln", "bpn". */
  bodies?: ReadonlySet<string>
}

export interface AuthorityQuestion {
  category: Category
  clues: OwnershipClues
  /** Level of the government that listens; null where none is given. */
  level: GovernmentLevel | null
  /** Danger to life now: help goes first, whose road it is comes after. */
  urgent?: boolean
  /** The place lies in a regency or city of the province that listens. */
  below?: boolean
  /** The post names a place at all. */
  placed?: boolean
  /** The dated laws of the taxonomy, and the local day of the post. */
  entries?: readonly AuthorityEntry[]
  on?: string | null
}

export interface AuthorityAnswer {
  authority: Authority
  /** Function code or external body code; null where the category has no owner. */
  function: string | null
  because: string
  /** The law in force on the day of the post. */
  basis?: string
  /** The status that decides is not known: somebody has to look it up, the case has an owner already. */
  unsure?: true
}

type Rule = (question: AuthorityQuestion) => AuthorityAnswer

/** The level and function in charge, and why (Indonesian). */
export function decideAuthority(question: AuthorityQuestion): AuthorityAnswer {
  const { id, authorityRule, owner } = question.category
  const { level, clues } = question
  // with no government to ask first, the body that is named and in charge is the one
  if (level === null && owner.external !== null && clues.bodies?.has(owner.external)) {
    return answer(question, 'national', 'instansi yang disebut dan berwenang')
  }
  const rule = CATEGORY_RULES.get(id) ?? RULES.get(authorityRule) ?? ownLevel
  return onLaw(question, rule(question))
}

/** What is not known rests on no law yet. */
function onLaw(question: AuthorityQuestion, answer: AuthorityAnswer): AuthorityAnswer {
  const { entries = [], category, on = null } = question
  const entry = legalBasis(entries, category, answer.authority, on)
  if (!entry || answer.unsure) return answer
  return { ...answer, basis: entry.basis, function: entry.function ?? answer.function }
}

const RULES = new Map<string, Rule>([
  ['none', ownLevel],
  ['road_class', byRoad],
  ['pju_owner', byRoad],
  ['river_class', byRiver],
  ['water_source', byWater],
  ['school_level', bySchool],
  ['health_tier', byHealthTier],
  ['health_jkn', byMembership],
  ['health_food', byFood],
  ['adminduk', regencyOnly('administrasi kependudukan dilayani Disdukcapil kabupaten/kota')],
  ['dtsen', bySocialData],
  ['village', byVillage],
  ['permit_type', regencyOnly('izin dan penertibannya ada di kabupaten/kota')],
  ['mining', provinceOnly('tambang dan galian C kewenangan provinsi')],
  ['labour', byLabour],
  ['internship', byInternship],
  ['tax', byTax],
  ['waste', byWaste],
  ['integrity', ownLevel],
  ['ext_only', byOutside],
  ['ext_mostly', byOutside],
])

/** Duties that the rule of their category is too coarse for. */
const CATEGORY_RULES = new Map<string, Rule>([
  ['gov.asn_disiplin', byEmployer],
  ['gov.rekrutmen_honorer', byEmployer],
  ['kes.ambulans', byAmbulance],
  ['hub.pelabuhan_kapal', byHarbour],
  ['hutan.satwa', byForest],
  ['eko.umkm_koperasi', byCredit],
])

function answer(
  { category }: AuthorityQuestion,
  authority: Authority,
  because: string,
  override?: string,
): AuthorityAnswer {
  return { authority, function: override ?? ownerAt(category, authority), because }
}

function ownerAt({ owner }: Category, authority: Authority): string | null {
  if (authority === 'national' || authority === 'private') return owner.external ?? owner.regency
  if (authority === 'province') return owner.province ?? owner.regency
  return owner.regency ?? owner.province ?? owner.external
}

/** "The first government asked is the first owner", unless its level has no such duty. */
function ownLevel(question: AuthorityQuestion): AuthorityAnswer {
  const { category, level, clues } = question
  if (category.id === 'eko.wisata' && clues.heard.has('form.levy')) {
    return answer(question, 'regency', 'parkir dan karcis wisata dipungut kabupaten/kota')
  }
  if (level === 'province' && category.owner.province !== null) {
    return addressedBelow(question)
      ? answer(question, 'regency', 'yang disapa pemerintah kabupaten/kota')
      : answer(question, 'province', 'urusan ini ada di tingkat provinsi')
  }
  if (category.owner.regency === null && category.owner.external !== null) {
    return answer(question, 'national', 'bukan urusan pemerintah daerah')
  }
  const said = level === null ? 'biasanya urusan kabupaten/kota' : 'urusan kabupaten/kota'
  return answer(question, 'regency', said)
}

/** "Pak Bupati Kaur, …": a place there and its head or government are named, and not ours. */
function addressedBelow({ clues: { heard }, below }: AuthorityQuestion): boolean {
  return below === true && heard.has('means.regency') && !heard.has('means.province')
}

const ROAD_WORDS: [string, Authority, string][] = [
  ['road.toll', 'national', 'jalan tol diurus badan usaha jalan tol'],
  ['road.national', 'national', 'jalan nasional diurus Kementerian PU (BPJN)'],
  ['road.province', 'province', 'disebut sebagai jalan provinsi'],
  ['road.regency', 'regency', 'disebut sebagai jalan kabupaten/kota'],
  ['road.special', 'private', 'jalan khusus diurus pemiliknya'],
  ['road.village', 'village', 'jalan desa diurus pemerintah desa'],
  ['road.farm', 'village', 'jalan usaha tani dan dana desa diurus pemerintah desa'],
]

const REGISTER_LEVEL: Record<RoadRegisterEntry['status'], Authority> = {
  national: 'national',
  toll: 'national',
  province: 'province',
  regency: 'regency',
  village: 'village',
  special: 'private',
}

function byRoad(question: AuthorityQuestion): AuthorityAnswer {
  const { road, heard } = question.clues
  if (road) {
    const authority = REGISTER_LEVEL[road.status]
    return roadAnswer(
      question,
      authority,
      `daftar ruas jalan: ${road.name} (${road.decree ?? road.source})`,
    )
  }
  const word = ROAD_WORDS.find(([clue]) => heard.has(clue))
  if (word) return roadAnswer(question, word[1], word[2])
  if (question.level === 'province' && heard.has('road.local')) {
    return answer(question, 'regency', 'gang, permukiman dan jembatan desa diurus kabupaten/kota')
  }
  const own = question.level === 'province' ? 'province' : 'regency'
  const authority = question.level === null ? likelyRoadLevel(question) : own
  const because = 'status jalan belum diketahui: perlu dicek, bukan ditolak'
  return { ...answer(question, authority, because), unsure: true }
}

/** Most roads are regency's: said where a place or what stands on the road is named. */
function likelyRoadLevel({ category, placed }: AuthorityQuestion): Authority {
  if (category.slaClass === 'darurat') return 'unknown'
  return placed || category.owner.regency !== 'pupr' ? 'regency' : 'unknown'
}

/** Lamps are switched on by the local transport agency, whoever owns the road. */
const LAMPS = 'pju_owner'

/** A landslide on a national road is first of all a danger: the local disaster agency goes. */
function roadAnswer(question: AuthorityQuestion, authority: Authority, because: string) {
  const { category, level, urgent, clues } = question
  if (authority === 'national') {
    const helpFirst = category.slaClass === 'darurat' && urgent === true && level !== null
    const own = level === 'province' ? category.owner.province : category.owner.regency
    const lamps = category.authorityRule === LAMPS
    if (helpFirst || lamps) return answer(question, authority, because, own ?? undefined)
    return answer(question, authority, because, category.owner.external ?? 'bpjn')
  }
  if (authority === 'village' && level !== 'province' && clues.heard.has('road.farm')) {
    return answer(question, authority, because, 'pmd')
  }
  return answer(question, authority, because)
}

function byRiver(question: AuthorityQuestion): AuthorityAnswer {
  if (question.clues.heard.has('river.large')) {
    return answer(question, 'national', 'wilayah sungai besar atau bendungan diurus BWS')
  }
  const answered = ownLevel(question)
  return question.level === null
    ? { ...answered, authority: 'unknown', because: 'luas daerah irigasi belum diketahui' }
    : answered
}

function byWater(question: AuthorityQuestion): AuthorityAnswer {
  if (question.category.owner.regency === 'pdam') {
    return answer(question, 'regency', 'air perpipaan diurus PDAM milik kabupaten/kota')
  }
  if (question.clues.heard.has('water.village')) {
    return answer(question, 'village', 'pamsimas dan sumur desa dikelola desa')
  }
  return question.level === 'province'
    ? answer(question, 'regency', 'air bersih perdesaan diurus kabupaten/kota')
    : ownLevel(question)
}

function bySchool(question: AuthorityQuestion): AuthorityAnswer {
  const { heard } = question.clues
  if (heard.has('school.madrasah')) {
    return answer(question, 'national', 'madrasah diurus Kementerian Agama', 'kemenag')
  }
  if (heard.has('school.national') && question.category.owner.external !== 'kemenag') {
    return answer(question, 'national', 'bantuan ini diurus kementerian')
  }
  if (heard.has('school.middle')) {
    return answer(question, 'province', 'SMA/SMK/SLB kewenangan provinsi')
  }
  if (heard.has('school.basic')) {
    return answer(question, 'regency', 'PAUD/SD/SMP kewenangan kabupaten/kota')
  }
  return ownLevel(question)
}

function byHealthTier(question: AuthorityQuestion): AuthorityAnswer {
  const { heard } = question.clues
  const referral = question.category.id === 'kes.rujukan'
  if (heard.has('health.elsewhere') && question.category.owner.regency === 'rsud') {
    return answer(question, 'regency', 'rumah sakit milik kabupaten/kota')
  }
  if (referral && heard.has('health.own')) {
    return { ...ownLevel(question), function: 'rsud', because: 'rumah sakitnya yang dikeluhkan' }
  }
  if (heard.has('health.puskesmas') && !heard.has('health.hospital')) {
    return answer(question, 'regency', 'puskesmas diurus Dinas Kesehatan kabupaten/kota')
  }
  return ownLevel(question)
}

/** Each ambulance belongs to the hospital, puskesmas or regency that sends it. */
function byAmbulance(question: AuthorityQuestion): AuthorityAnswer {
  const { clues, level, below } = question
  if (level === 'province' && clues.heard.has('health.own')) {
    return { ...ownLevel(question), function: 'rsud', because: 'ambulans milik rumah sakit itu' }
  }
  if (level === 'province' && below) {
    return answer(question, 'regency', 'ambulans terdekat dikirim kabupaten/kota')
  }
  return byHealthTier(question)
}

function byMembership(question: AuthorityQuestion): AuthorityAnswer {
  if (question.clues.heard.has('jkn.technical')) {
    return answer(question, 'national', 'teknis kartu dan iuran diurus BPJS Kesehatan')
  }
  return ownLevel(question)
}

function byFood(question: AuthorityQuestion): AuthorityAnswer {
  const { clues, urgent } = question
  if (clues.heard.has('food.mbg') && !clues.heard.has('food.symptoms') && !urgent) {
    return answer(question, 'national', 'mutu dan penyelenggaraan MBG diurus BGN/SPPG', 'bgn')
  }
  return { ...ownLevel(question), because: 'gejala keracunan ditangani Dinas Kesehatan sekarang' }
}

function bySocialData(question: AuthorityQuestion): AuthorityAnswer {
  if (question.level === 'province') return ownLevel(question)
  return answer(question, 'regency', 'data dan usulan lewat desa ke Dinas Sosial kabupaten/kota')
}

function byVillage(question: AuthorityQuestion): AuthorityAnswer {
  return answer(question, 'village', 'urusan desa/kelurahan, dibina kabupaten/kota')
}

function byLabour(question: AuthorityQuestion): AuthorityAnswer {
  if (question.clues.heard.has('labour.mediation') && !question.clues.heard.has('labour.wage')) {
    return question.level === 'province'
      ? ownLevel(question)
      : answer(question, 'regency', 'perselisihan kerja dimediasi Disnaker kabupaten/kota')
  }
  return answer(question, 'province', 'pengawasan upah, THR dan lembur kewenangan provinsi')
}

/** Pupils of an SMK do their practice under the province; other interns are the labour office's. */
function byInternship(question: AuthorityQuestion): AuthorityAnswer {
  if (question.clues.heard.has('school.middle')) {
    return answer(question, 'province', 'praktik kerja siswa SMK diurus dinas pendidikan provinsi')
  }
  return ownLevel(question)
}

function byTax(question: AuthorityQuestion): AuthorityAnswer {
  const { heard } = question.clues
  if (heard.has('tax.samsat') && question.level !== null && question.level !== 'province') {
    return answer(question, 'province', 'loket Samsat dilayani provinsi dan Polri', 'samsat')
  }
  if (heard.has('tax.vehicle')) {
    return answer(question, 'province', 'pajak kendaraan dipungut Bapenda provinsi (Samsat)')
  }
  if (heard.has('tax.property')) {
    return answer(question, 'regency', 'PBB dan BPHTB dipungut kabupaten/kota')
  }
  return ownLevel(question)
}

function byWaste(question: AuthorityQuestion): AuthorityAnswer {
  return answer(question, 'regency', 'sampah diangkut DLH kabupaten/kota')
}

function byOutside(question: AuthorityQuestion): AuthorityAnswer {
  const { category, clues } = question
  if (clues.heard.has('outside.local') && category.owner.regency !== null) {
    return { ...ownLevel(question), because: 'bagian ini diurus pemerintah daerah' }
  }
  return answer(question, 'national', 'diurus instansi di luar pemerintah daerah')
}

/** Conduct and pay are the employing government's. */
function byEmployer(question: AuthorityQuestion): AuthorityAnswer {
  const { level, clues, below } = question
  const { heard } = clues
  const theirs = below && !heard.has('means.province') && !heard.has('school.middle')
  if (level === 'province' && (heard.has('employer.regency') || theirs)) {
    return answer(question, 'regency', 'pegawai pemerintah kabupaten/kota')
  }
  if (level !== 'province' && heard.has('school.middle') && !below) {
    return answer(question, 'province', 'pegawai SMA/SMK/SLB pegawai provinsi')
  }
  return ownLevel(question)
}

/** Ports and airports have an authority of their own; piers on rivers are the region's. */
function byHarbour(question: AuthorityQuestion): AuthorityAnswer {
  const { level, clues } = question
  const port = clues.heard.has('harbour.port')
  const local = clues.heard.has('harbour.local') || clues.heard.has('outside.local')
  const riverine = level !== null && level !== 'province'
  if (!port && (local || riverine)) {
    return { ...ownLevel(question), because: 'dermaga dan angkutan sungai diurus daerah' }
  }
  return answer(question, 'national', 'pelabuhan dan bandara diurus otoritasnya')
}

/** Animals are the conservation office's; the forest itself is the province's. */
function byForest(question: AuthorityQuestion): AuthorityAnswer {
  const { heard } = question.clues
  if (heard.has('forest.clearing') && !heard.has('forest.animal')) {
    return answer(question, 'province', 'perambahan hutan kewenangan provinsi', 'hutan')
  }
  return byOutside(question)
}

function byCredit(question: AuthorityQuestion): AuthorityAnswer {
  if (question.clues.heard.has('credit.bank')) {
    return answer(question, 'national', 'KUR diputuskan bank penyalur')
  }
  return ownLevel(question)
}

function regencyOnly(because: string): Rule {
  return (question) => answer(question, 'regency', because)
}

function provinceOnly(because: string): Rule {
  return (question) => answer(question, 'province', because)
}
