/** What bodies outside regional government have, wholly or for the most part. */
import {
  type AuthorityAnswer,
  type AuthorityQuestion,
  answer,
  ownLevel,
} from './authority-question.ts'

export function byOutside(question: AuthorityQuestion): AuthorityAnswer {
  const { category, clues } = question
  if (clues.heard.has('outside.local') && category.owner.regency !== null) {
    return { ...ownLevel(question), because: 'bagian ini diurus pemerintah daerah' }
  }
  return answer(question, 'national', 'diurus instansi di luar pemerintah daerah')
}

/** Ports and airports have an authority of their own; piers on rivers are the region's. */
export function byHarbour(question: AuthorityQuestion): AuthorityAnswer {
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
export function byForest(question: AuthorityQuestion): AuthorityAnswer {
  const { heard } = question.clues
  if (heard.has('forest.clearing') && !heard.has('forest.animal')) {
    return answer(question, 'province', 'perambahan hutan kewenangan provinsi', 'hutan')
  }
  return byOutside(question)
}

export function byCredit(question: AuthorityQuestion): AuthorityAnswer {
  if (question.clues.heard.has('credit.bank')) {
    return answer(question, 'national', 'KUR diputuskan bank penyalur')
  }
  return ownLevel(question)
}
