/** Hospitals, puskesmas, ambulances, membership and food. */
import {
  type AuthorityAnswer,
  type AuthorityQuestion,
  answer,
  ownLevel,
} from './authority-question.ts'

export function byHealthTier(question: AuthorityQuestion): AuthorityAnswer {
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
export function byAmbulance(question: AuthorityQuestion): AuthorityAnswer {
  const { clues, level, below } = question
  if (level === 'province' && clues.heard.has('health.own')) {
    return { ...ownLevel(question), function: 'rsud', because: 'ambulans milik rumah sakit itu' }
  }
  if (level === 'province' && below) {
    return answer(question, 'regency', 'ambulans terdekat dikirim kabupaten/kota')
  }
  return byHealthTier(question)
}

export function byMembership(question: AuthorityQuestion): AuthorityAnswer {
  if (question.clues.heard.has('jkn.technical')) {
    return answer(question, 'national', 'teknis kartu dan iuran diurus BPJS Kesehatan')
  }
  return ownLevel(question)
}

export function byFood(question: AuthorityQuestion): AuthorityAnswer {
  const { clues, urgent } = question
  if (clues.heard.has('food.mbg') && !clues.heard.has('food.symptoms') && !urgent) {
    return answer(question, 'national', 'mutu dan penyelenggaraan MBG diurus BGN/SPPG', 'bgn')
  }
  return { ...ownLevel(question), because: 'gejala keracunan ditangani Dinas Kesehatan sekarang' }
}
