/**
 * Numbers that tell one place from its neighbour: "KM 7", "SDN 3", "RT 4", "Blok C". Two posts
 * that give the same kind of mark another number speak of two places.
 */

const KINDS: Record<string, string> = {
  gg: 'gang',
  lorong: 'gang',
  lrg: 'gang',
  kilometer: 'km',
  blk: 'blok',
}
const SCHOOL = /^(sd|smp|sma|smk|mts|min|man)n?$/

const MARK =
  /\b(km|kilometer|rt|rw|blok|blk|gang|gg|lorong|lrg|sdn?|smpn?|sman?|smkn?|mtsn?|min|man|tps|jalur|tahap|sektor|cluster|los)\s+(?:(?:negeri|nomor|no|n)\s+)?(\d{1,3}|[ivx]{1,4}|[a-h])(?=\s|$)/g
const GLUED = /\b(km|rt|rw|sdn?|smpn?|sman?|smkn?|gg|blok)(\d{1,3})\b/g

const ROMAN: Record<string, string> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
}

/** "Talang Rimbo Lama" is not Talang Rimbo Baru; "raya" and "besar" are often left out. */
const SISTERS = new Set(
  'baru lama atas bawah utara selatan timur barat tengah hulu hilir ulu ilir lor kidul wetan kulon'.split(
    ' ',
  ),
)

/** Marks that stand in the names themselves: "rimbo lama". */
export function marksOfName(name: string): string[] {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return words.flatMap((word, at) => {
    const next = words[at + 1] ?? ''
    return word.length > 2 && SISTERS.has(next) && !SISTERS.has(word) ? [`${word} ${next}`] : []
  })
}

/**
 * Small-letter words of a post, numbers in digits → marks such as "km 7", "sekolah smp-5", each
 * once. `names`: words of its places, "Pedamaran 3" is not Pedamaran 6.
 */
export function placeMarks(words: string[], names: ReadonlySet<string>): string[] {
  const text = words.join(' ').replace(GLUED, '$1 $2')
  const marks = new Set<string>()
  for (const [, kind = '', number = ''] of text.matchAll(MARK))
    marks.add(markOf(kind, ROMAN[number] ?? number.replace(/^0+(?=\d)/, '')))
  words.forEach((word, at) => {
    const next = words[at + 1] ?? ''
    const number = ROMAN[next] ?? next
    if (names.has(word) && /^\d{1,2}$/.test(number)) marks.add(`${word} ${number}`)
  })
  return [...marks]
}

function markOf(kind: string, number: string): string {
  const school = SCHOOL.exec(kind)?.[1]
  return school ? `sekolah ${school}-${number}` : `${KINDS[kind] ?? kind} ${number}`
}
