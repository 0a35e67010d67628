/**
 * What counts as an answer ("tanggapan bermutu", domain §6.1): specific, at least 60 characters
 * beyond greeting and template, unlike what the agency said of late or bound to this case by a
 * token of its own, and more than "DM kami", "terima kasih infonya", "bukan kewenangan kami".
 */
import { CASE_CODE, caseTokens, type TokensOf } from './case-tokens.ts'
import { ownWords } from './reply-template.ts'
import { similarity } from './trigrams.ts'

/** The anatomy of a reply (domain §5): what a reader of it misses where it is not there. */
export const ANSWER_PARTS = ['greeting', 'problem', 'action', 'date', 'code', 'thanks'] as const
export type AnswerPart = (typeof ANSWER_PARTS)[number]

export const ANSWER_PART_LABELS: Record<AnswerPart, string> = {
  greeting: 'sapaan',
  problem: 'masalah dan tempat yang dimaksud',
  action: 'apa yang dikerjakan dan oleh siapa',
  date: 'kapan',
  code: 'kode lacak',
  thanks: 'terima kasih',
}

export interface Qualification {
  qualified: boolean
  /** Why, for a person to read. */
  because: string[]
  missing: AnswerPart[]
}

export interface AnswerToCheck extends TokensOf {
  text: string
  /** Replies of the same agency in the last 30 days. */
  recent: readonly string[]
}

const LEAST_CHARACTERS = 60
const SIMILAR_FROM = 0.85
export const COMPARED_DAYS = 30

export const qualify = (answer: AnswerToCheck): Qualification => {
  const own = ownWords(answer.text)
  const faults = [
    ...(own.empty ? ['hanya salam, terima kasih, ajakan DM, atau penolakan wewenang'] : []),
    ...(own.text.length < LEAST_CHARACTERS
      ? [`hanya ${own.text.length} dari ${LEAST_CHARACTERS} huruf di luar salam dan templat`]
      : []),
    ...repeats(answer),
  ]
  const qualified = faults.length === 0
  return {
    qualified,
    because: qualified ? reasonsFor(answer, own.text.length) : faults,
    missing: ANSWER_PARTS.filter((part) => !PRESENT[part](answer)),
  }
}

const repeats = (answer: AnswerToCheck): string[] => {
  if (caseTokens(answer).length > 0) return []
  const nearest = Math.max(0, ...answer.recent.map((said) => similarity(said, answer.text)))
  return nearest < SIMILAR_FROM
    ? []
    : [
        `${Math.round(nearest * 100)} % sama dengan tanggapan lain 30 hari terakhir, tanpa tempat, tanggal, kode, atau petugas`,
      ]
}

const reasonsFor = (answer: AnswerToCheck, length: number): string[] => {
  const tokens = caseTokens(answer)
  return [
    `${length} huruf di luar salam dan templat`,
    tokens.length > 0 ? `menyebut ${tokens.join(', ')}` : 'tidak menyalin tanggapan lain',
  ]
}

const DOING =
  /\b(?:telah|sudah|sedang|akan|dijadwalkan|mulai|langsung|hari ini|besok)?\s*(?:kami\s+|tim\s+|petugas\s+|regu\s+)?(?:me[mnl]?[a-z]{4,}|di[a-z]{4,}|perbaik|tambal|periksa|cek|tinjau|kirim|teruskan|koordinasi|selesai|angkut|bersihkan|pasang|ganti|turun ke)/iu

const PRESENT: Record<AnswerPart, (answer: AnswerToCheck) => boolean> = {
  greeting: ({ text }) =>
    /\b(?:halo|hai|selamat (?:pagi|siang|sore|malam)|assalamu|salam|yth|kak|bapak|ibu|pak|bu|sobat|warga)\b/iu.test(
      text.slice(0, 80),
    ),
  problem: (answer) => caseTokens(answer).some((token) => token.startsWith('tempat')),
  action: ({ text }) => DOING.test(text),
  date: (answer) => caseTokens(answer).some((token) => token.startsWith('waktu')),
  code: ({ text }) => CASE_CODE.test(text),
  thanks: ({ text }) =>
    /\b(?:terima ?kasih|trima ?kasih|makasih|mksh|matur nuwun|hatur nuhun)\b/iu.test(text),
}
