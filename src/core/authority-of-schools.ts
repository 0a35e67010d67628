/** Schools by their level, practice of their pupils, and who employs whom (UU 23/2014). */
import {
  type AuthorityAnswer,
  type AuthorityQuestion,
  answer,
  ownLevel,
} from './authority-question.ts'

export function bySchool(question: AuthorityQuestion): AuthorityAnswer {
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

/** Pupils of an SMK do their practice under the province; other interns are the labour office's. */
export function byInternship(question: AuthorityQuestion): AuthorityAnswer {
  if (question.clues.heard.has('school.middle')) {
    return answer(question, 'province', 'praktik kerja siswa SMK diurus dinas pendidikan provinsi')
  }
  return ownLevel(question)
}

/** Conduct and pay are the employing government's. */
export function byEmployer(question: AuthorityQuestion): AuthorityAnswer {
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
