/** What binds an answer to one case: a place, a moment, its code, a named officer. */
export interface TokensOf {
  text: string
  /** Names of the case's place, the finest first: "Jalan Hibrida", "Kampung Bali". */
  places: readonly string[]
  /** People of the agency who may be named. */
  officers?: readonly string[]
}

/** Three letters and seven signs without 0/O and 1/I: "BKL-7F3K2QA". */
export const CASE_CODE = /\b[A-Z]{2,4}-[2-9A-HJ-NP-Z]{6,8}\b/

const MONTHS =
  'januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|jan|feb|mar|apr|jun|jul|agt|agu|sept?|okt|nov|des'
const MOMENTS = new RegExp(
  [
    `\\b\\d{1,2} (?:${MONTHS})(?: \\d{4})?\\b`,
    '\\b\\d{1,2}[/-]\\d{1,2}(?:[/-]\\d{2,4})?\\b',
    '\\b(?:hari )?(?:senin|selasa|rabu|kamis|jumat|jum.at|sabtu|minggu)(?: (?:depan|ini|besok|pagi|siang|sore))?\\b',
    '\\b(?:hari ini|besok|lusa|tadi pagi|siang ini|sore ini|malam ini|minggu depan|pekan depan|bulan depan|akhir bulan)\\b',
    '\\b(?:pukul|jam|pkl\\.?) ?\\d{1,2}(?:[.:]\\d{2})?\\b',
  ].join('|'),
  'iu',
)

/** "Pak Budi", "petugas kami, Ibu Sri": a name after a title. */
const NAMED_OFFICER =
  /\b(?:petugas|mandor|kabid|kasi|lurah|camat|kepala \w+|pengawas|operator)(?: (?:kami|lapangan|jaga))?,? (?:(?:Bapak|Ibu|Pak|Bu|Sdr\.?|Sdri\.?) )?\p{Lu}\p{Ll}+/u

/** "Jl. Hibrida", "Jalan Hibrida" and "jln hibrida" are one place. */
const spoken = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:jl|jln|jalan)\b/gu, 'jalan')

/** Each with what it is, for the reason that is shown. */
export const caseTokens = ({ text, places, officers = [] }: TokensOf): string[] => {
  const small = text.toLowerCase()
  const said = spoken(text)
  const place = places.find((name) => name.length >= 4 && said.includes(spoken(name)))
  const moment = MOMENTS.exec(text)?.[0]
  const code = CASE_CODE.exec(text)?.[0]
  const named = officers.find((name) => name.length >= 4 && small.includes(name.toLowerCase()))
  const officer = named ?? NAMED_OFFICER.exec(text)?.[0]
  return [
    ...(place ? [`tempat (${place})`] : []),
    ...(moment ? [`waktu (${moment})`] : []),
    ...(code ? [`kode (${code})`] : []),
    ...(officer ? [`petugas (${officer})`] : []),
  ]
}
