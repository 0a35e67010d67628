/** Cuts a post where a citizen goes on to the next thing. */
import type { Analysis, Stretch } from './post-analysis.ts'
import type { Token } from './tokens.ts'

export interface Clause extends Stretch {
  /** How it hangs on what stands before it. */
  opens: 'also' | 'because' | 'plain'
  /** An item of a list: it has a number, a bullet or a line of its own. */
  listed: boolean
}

const words = (list: string) => new Set(list.split(/\s+/))

/** They begin a clause of their own: "…, belum lagi sampahnya". */
const GO_ON = words(
  'dan terus trus trs plus selain sementara sedangkan apalagi ditambah tapi tp tetapi eh jeung sarta lan karo ban ngan padahal serta',
)
/** … only before "lagi": "lampu belum nyala" goes on with nothing. */
const YET = 'belum'
const MORE = 'lagi'
const ALSO = words(
  'dan terus trus trs plus selain belum apalagi ditambah tambah juga jg pula pulo pun jeung sarta lan ban serta kedua ketiga keempat sementara sedangkan mana bonus sekalian lagi ikut',
)
/** What follows is the reason or the result of what stood before. */
const BECAUSE = words(
  'karena karna krn karno gara gegara garagara akibat akibatnya sebab sampai sampe smp ampe hingga sehingga jadi jadinya makanya makanyo bikin membuat buat membikin supaya agar biar kalau kalo klo kalu jika bila saat ketika waktu untuk utk soalnya dampaknya imbasnya nganti mergo amarga dadi dadine nepi ku lantak',
)

/** Clauses of the word stream in order; those without a word of their own are left out. */
export function clausesOf({ text, tokens, stream }: Analysis): Clause[] {
  const numbers = numbersOf(tokens)
  const clauses: Clause[] = []
  let from = 0
  let listed = false
  const close = (to: number) => {
    if (spoken(stream.words, from, to)) clauses.push({ from, to, opens: opensOf(), listed })
    from = to
  }
  const opensOf = () => openingOf(tokens, stream.tokens[from] ?? 0)
  for (let at = 1; at < stream.words.length; at++) {
    const [before, token] = [stream.tokens[at - 1] ?? 0, stream.tokens[at] ?? 0]
    const isItem = numbers.has(token - 2) || startsItem(text, tokens, before, token)
    if (!isItem && !numbers.has(token) && !isCut(tokens, before, token)) continue
    close(at)
    listed = isItem
  }
  close(stream.words.length)
  return clauses
}

const spoken = (all: string[], from: number, to: number) =>
  all.slice(from, to).some((word) => !/^(?:<.*|\d+)$/.test(word))

/** Of "1. jalan rusak 2. air mati" the tokens of the numbers, as long as they count on. */
function numbersOf(tokens: Token[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let at = 0; at < tokens.length - 1; at++) {
    const token = tokens[at] as Token
    const isNext = token.kind === 'number' && token.raw === String(found.size + 1)
    if (isNext && /^[.)]$/.test(tokens[at + 1]?.raw ?? '')) found.add(at)
  }
  return found.size > 1 ? found : NONE
}

const NONE: ReadonlySet<number> = new Set()

/** The tokeniser passes over bullets: they stand between two tokens, or behind the break of a line. */
const BULLET = /\s[-–—•*+&|~>→]+\s*$/

function startsItem(text: string, tokens: Token[], before: number, at: number): boolean {
  if (at === before) return false
  const last = tokens[at - 1] as Token
  if (last.raw === '\n') return true
  const to = tokens[at]?.start ?? 0
  return to > last.end + 1 && BULLET.test(text.slice(last.end, to))
}

const MARKS = /^(?:[?!]+|\.+|\n|[;,:()])$/
/** "Jl. Merdeka", "Kec. Sukaraja": their full stop ends nothing. */
const SHORTENED = words('jl jln jend kec kab kel ds dsn dr drs hj gg no rp yth st prof ir bpk')

/** Between these two tokens of the stream ends a clause. */
function isCut(tokens: Token[], before: number, at: number): boolean {
  if (at === before) return false
  if (goesOn(tokens, at) && !goesOn(tokens, before)) return true
  for (let between = before; between < at; between++) if (ends(tokens, between)) return true
  return false
}

function goesOn(tokens: Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? ''
  return GO_ON.has(word) || (word === YET && tokens[at + 1]?.lower === MORE)
}

function ends(tokens: Token[], at: number): boolean {
  const { kind, raw, start, end } = tokens[at] as Token
  if (kind === 'emoji') return true
  if (kind !== 'mark') return false
  const before = tokens[at - 1]
  if (raw === '/') return (before?.end ?? 0) < start && (tokens[at + 1]?.start ?? end) > end
  return MARKS.test(raw) && !(raw === '.' && SHORTENED.has(before?.lower ?? ''))
}

const OPENING_WORDS = 3

function openingOf(tokens: Token[], at: number): Clause['opens'] {
  const opening = tokens.slice(at, at + OPENING_WORDS).map(({ lower }) => lower)
  if (opening.some((word) => BECAUSE.has(word))) return 'because'
  return opening.some((word) => ALSO.has(word)) ? 'also' : 'plain'
}
