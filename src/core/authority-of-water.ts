/** Rivers, irrigation and drinking water. */
import {
  type AuthorityAnswer,
  type AuthorityQuestion,
  answer,
  ownLevel,
} from './authority-question.ts'

export function byRiver(question: AuthorityQuestion): AuthorityAnswer {
  if (question.clues.heard.has('river.large')) {
    return answer(question, 'national', 'wilayah sungai besar atau bendungan diurus BWS')
  }
  const answered = ownLevel(question)
  return question.level === null
    ? { ...answered, authority: 'unknown', because: 'luas daerah irigasi belum diketahui' }
    : answered
}

export function byWater(question: AuthorityQuestion): AuthorityAnswer {
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
