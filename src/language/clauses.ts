/** Cuts a post where a citizen goes on to the next thing. */
import type { Analysis, Stretch } from './post-analysis.ts'
import type { Token } from './tokens.ts'

export interface Clause extends Stretch {
  /** How it hangs on what stands before it. */
  opens: 'also' | 'because' | 'plain'
}

const words = (list: string) => new Set(list.split(/\s+/))

/** They begin a clause of their own: "…, belum lagi sampahnya". */
const GO_ON = words(
  'dan terus trus trs lalu lantas plus selain sementara sedangkan sedang belum apalagi ditambah tambah kemudian tapi tp tetapi eh mana juga jg pula jeung sarta lan karo ban ngan padahal serta kedua ketiga keempat pas',
)
const ALSO = words(
  'dan terus trus trs plus selain belum apalagi ditambah tambah juga jg pula pulo pun jeung sarta lan ban serta kedua ketiga keempat sementara sedangkan mana bonus sekalian lagi ikut',
)
/** What follows is the reason or the result of what stood before. */
const BECAUSE = words(
  'karena karna krn karno gara gegara garagara akibat akibatnya sebab sampai sampe smp ampe hingga sehingga jadi jadinya makanya makanyo bikin membuat buat membikin supaya agar biar kalau kalo klo kalu jika bila saat ketika waktu untuk utk soalnya dampaknya imbasnya nganti mergo amarga dadi dadine nepi ku lantak',
)

/** Clauses of the word stream in order; those without a word of their own are left out. */
export function clausesOf({ tokens, stream }: Analysis): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  const close = (to: number) => {
    if (spoken(stream.words, from, to) > 0) clauses.push({ from, to, opens: opensOf() })
    from = to
  }
  const opensOf = () => openingOf(tokens, stream.tokens[from] ?? 0)
  for (let at = 1; at < stream.words.length; at++)
    if (isCut(tokens, stream.tokens[at - 1] ?? 0, stream.tokens[at] ?? 0)) close(at)
  close(stream.words.length)
  return clauses
}

const spoken = (all: string[], from: number, to: number) =>
  all.slice(from, to).filter((word) => !word.startsWith('<')).length

const MARKS = /^(?:[?!]+|\.+|\n|[;,:()])$/

/** Between these two tokens of the stream ends a clause. */
function isCut(tokens: Token[], before: number, at: number): boolean {
  if (at === before) return false
  if (GO_ON.has(tokens[at]?.lower ?? '') && !GO_ON.has(tokens[before]?.lower ?? '')) return true
  for (let between = before; between < at; between++) {
    const token = tokens[between] as Token
    if (token.kind === 'emoji' || (token.kind === 'mark' && MARKS.test(token.raw))) return true
  }
  return false
}

const OPENING_WORDS = 3

function openingOf(tokens: Token[], at: number): Clause['opens'] {
  const opening = tokens.slice(at, at + OPENING_WORDS).map(({ lower }) => lower)
  if (opening.some((word) => BECAUSE.has(word))) return 'because'
  return opening.some((word) => ALSO.has(word)) ? 'also' : 'plain'
}
