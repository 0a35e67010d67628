/** Roads and the lamps along them: by the register, by what is said, or unknown (UU 38/2004 jo. 2/2022). */
import { type AuthorityAnswer, type AuthorityQuestion, answer } from './authority-question.ts'
import type { RoadRegisterEntry } from './configuration.ts'
import type { Authority } from './reading.ts'
import { registerRule } from './rule-name.ts'

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

export function byRoad(question: AuthorityQuestion): AuthorityAnswer {
  const { road, heard } = question.clues
  if (road) {
    const authority = REGISTER_LEVEL[road.status]
    const by = registerRule(road.name)
    return { ...roadAnswer(question, authority, `${by} (${road.decree ?? road.source})`), by }
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
