/**
 * Is a post English, or English with some Indonesian in it? Its small words tell: nobody writes "the",
 * "with" or "been" in an Indonesian sentence, while "update", "server" and "please" stand in every tenth.
 * Left out of the list is what also is a word, a particle or a name here: in, on, an, me, so, be, was, can.
 */
import { FORM_WORDS } from './form-words.ts'
import type { Token } from './tokens.ts'
import { byWord } from './words.ts'

const SMALL_WORDS = new Set(
  `the a of to is are were been being has have had having does did doing don't doesn't didn't isn't
   aren't wasn't weren't can't cannot couldn't won't wouldn't haven't hasn't shouldn't i i'm i've i'd i'll
   we we're we've we'll you you're you've your yours he she his him they they're them their theirs my our
   ours us it it's its this that that's these those there there's here here's what what's who who's whose
   which where when why how and or but because since until till than then with without from into onto
   about after before between behind under over through during while for by at as if not no only even
   still already yet again always never every each some any much many more most very too really just
   also will would could should must might shall gonna wanna someone somebody anyone nobody everyone
   everybody nothing something anything literally like been out off up around near across our`.split(
    /\s+/,
  ),
)

/** As many small words of English are needed; fewer stand in Indonesian posts, too. */
const LEAST = 2

const voteOf = byWord((lower): -1 | 0 | 1 => {
  if (SMALL_WORDS.has(lower)) return 1
  return FORM_WORDS.has(lower) ? -1 : 0
})

/** More small words are English than Indonesian. */
export function isEnglish(tokens: readonly Token[]): boolean {
  let english = 0
  let indonesian = 0
  for (const { kind, word } of tokens) {
    if (kind !== 'word') continue
    const vote = voteOf(word)
    if (vote > 0) english++
    else if (vote < 0) indonesian++
  }
  return english >= LEAST && english > indonesian
}
