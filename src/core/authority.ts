/**
 * Whose duty a problem is: the level of government, and the function there. One table per rule of
 * `taxonomy.yaml: authorityRules` (sources: UU 23/2014, UU 38/2004 jo. 2/2022).
 */
import type { Category, GovernmentLevel, RoadRegisterEntry } from './configuration.ts'
import type { Authority } from './reading.ts'

/** What the words of a post say about ownership; made by the language room. */
export interface OwnershipClues {
  road: RoadRegisterEntry | null
  /** Names of the clues heard: "road.national", "school.middle", "tax.vehicle" … */
  heard: ReadonlySet<string>
}

export interface AuthorityQuestion {
  category: Category
  clues: OwnershipClues
  /** Level of the government that listens; null where none is given. */
  level: GovernmentLevel | null
}

export interface AuthorityAnswer {
  authority: Authority
  /** Function code or external body code; null where the category has no owner. */
  function: string | null
  because: string
}

type Rule = (question: AuthorityQuestion) => AuthorityAnswer

/** The level and function in charge, and why (Indonesian). */
export function decideAuthority(question: AuthorityQuestion): AuthorityAnswer {
  const rule = RULES.get(question.category.authorityRule) ?? ownLevel
  return rule(question)
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
  ['tax', byTax],
  ['waste', byWaste],
  ['integrity', ownLevel],
  ['ext_only', byOutside],
  ['ext_mostly', byOutside],
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
    return answer(question, 'province', 'urusan ini ada di tingkat provinsi')
  }
  if (category.owner.regency === null && category.owner.external !== null) {
    return answer(question, 'national', 'bukan urusan pemerintah daerah')
  }
  const said = level === null ? 'biasanya urusan kabupaten/kota' : 'urusan kabupaten/kota'
  return answer(question, 'regency', said)
}

const ROAD_WORDS: [string, Authority, string][] = [
  ['road.toll', 'national', 'jalan tol diurus badan usaha jalan tol'],
  ['road.national', 'national', 'jalan nasional diurus Kementerian PU (BPJN)'],
  ['road.province', 'province', 'disebut sebagai jalan provinsi'],
  ['road.regency', 'regency', 'disebut sebagai jalan kabupaten/kota'],
  ['road.special', 'private', 'jalan khusus diurus pemiliknya'],
  ['road.village', 'village', 'jalan desa diurus pemerintah desa'],
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
    return roadAnswer(question, authority, `daftar ruas jalan: ${road.name} (${road.source})`)
  }
  const word = ROAD_WORDS.find(([clue]) => heard.has(clue))
  if (word) return roadAnswer(question, word[1], word[2])
  const own = question.level === 'province' ? 'province' : 'regency'
  const authority = question.level === null ? 'unknown' : own
  return answer(question, authority, 'status jalan belum diketahui: perlu dicek, bukan ditolak')
}

/** A landslide on a national road is first of all a danger: the local disaster agency goes. */
function roadAnswer(question: AuthorityQuestion, authority: Authority, because: string) {
  const { category, level } = question
  const urgentAtHome = category.slaClass === 'darurat' && level !== null
  if (authority === 'national' && (urgentAtHome || category.owner.external === null)) {
    const own = level === 'province' ? category.owner.province : category.owner.regency
    return answer(question, authority, because, own ?? undefined)
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
  return ownLevel(question)
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
  if (referral && heard.has('health.hospital')) {
    return { ...ownLevel(question), function: 'rsud', because: 'rumah sakitnya yang dikeluhkan' }
  }
  if (heard.has('health.puskesmas') && !heard.has('health.hospital')) {
    return answer(question, 'regency', 'puskesmas diurus Dinas Kesehatan kabupaten/kota')
  }
  return ownLevel(question)
}

function byMembership(question: AuthorityQuestion): AuthorityAnswer {
  if (question.clues.heard.has('jkn.technical')) {
    return answer(question, 'national', 'teknis kartu dan iuran diurus BPJS Kesehatan')
  }
  return ownLevel(question)
}

function byFood(question: AuthorityQuestion): AuthorityAnswer {
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

function byTax(question: AuthorityQuestion): AuthorityAnswer {
  const { heard } = question.clues
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

function regencyOnly(because: string): Rule {
  return (question) => answer(question, 'regency', because)
}

function provinceOnly(because: string): Rule {
  return (question) => answer(question, 'province', because)
}
