/** Social data, villages, labour, taxes and waste. */
import {
  type AuthorityAnswer,
  type AuthorityQuestion,
  answer,
  ownLevel,
} from './authority-question.ts'

export function bySocialData(question: AuthorityQuestion): AuthorityAnswer {
  if (question.level === 'province') return ownLevel(question)
  return answer(question, 'regency', 'data dan usulan lewat desa ke Dinas Sosial kabupaten/kota')
}

export function byVillage(question: AuthorityQuestion): AuthorityAnswer {
  return answer(question, 'village', 'urusan desa/kelurahan, dibina kabupaten/kota')
}

export function byLabour(question: AuthorityQuestion): AuthorityAnswer {
  if (question.clues.heard.has('labour.mediation') && !question.clues.heard.has('labour.wage')) {
    return question.level === 'province'
      ? ownLevel(question)
      : answer(question, 'regency', 'perselisihan kerja dimediasi Disnaker kabupaten/kota')
  }
  return answer(question, 'province', 'pengawasan upah, THR dan lembur kewenangan provinsi')
}

export function byTax(question: AuthorityQuestion): AuthorityAnswer {
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

export function byWaste(question: AuthorityQuestion): AuthorityAnswer {
  return answer(question, 'regency', 'sampah diangkut DLH kabupaten/kota')
}
