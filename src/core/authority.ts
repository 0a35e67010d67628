/**
 * Whose duty a problem is: the level of government, and the function there. One table per rule of
 * `taxonomy.yaml: authorityRules` (sources: UU 23/2014, UU 38/2004 jo. 2/2022).
 */
import { byAmbulance, byFood, byHealthTier, byMembership } from './authority-of-health.ts'
import { byRoad } from './authority-of-roads.ts'
import { byEmployer, byInternship, bySchool } from './authority-of-schools.ts'
import { byLabour, bySocialData, byTax, byVillage, byWaste } from './authority-of-services.ts'
import { byRiver, byWater } from './authority-of-water.ts'
import { byCredit, byForest, byHarbour, byOutside } from './authority-outside.ts'
import {
  type AuthorityAnswer,
  type AuthorityQuestion,
  answer,
  ownLevel,
  provinceOnly,
  type Rule,
  regencyOnly,
} from './authority-question.ts'
import { legalBasis } from './legal-basis.ts'
import { dutyRule } from './rule-name.ts'

/** The level and function in charge, and why (Indonesian). */
export function decideAuthority(question: AuthorityQuestion): AuthorityAnswer {
  const { id, authorityRule, owner } = question.category
  const { level, clues } = question
  // with no government to ask first, the body that is named and in charge is the one
  if (level === null && owner.external !== null && clues.bodies?.has(owner.external)) {
    return answer(question, 'national', 'instansi yang disebut dan berwenang')
  }
  const rule = CATEGORY_RULES.get(id) ?? RULES.get(authorityRule) ?? ownLevel
  const by = dutyRule(CATEGORY_RULES.has(id) ? id : authorityRule)
  return onLaw(question, { by, ...rule(question) })
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
