/**
 * How a draft for citizens sounds (AC-001-4): blame, threats, excuses ("jangan cari pembenaran") and
 * shouting are warned of; asking for personal data in public is refused (UU 27/2022: NIK, telephone
 * and health are personal data, and everybody reads along). Each finding names its place in the
 * text and better words.
 */
import { foldLetters } from './fold-letters.ts'
import { TONE_RULES, type ToneRule, type ToneRuleId } from './tone-rules.ts'

export interface ToneFinding {
  rule: ToneRuleId
  level: 'warn' | 'refuse'
  /** Characters of the draft, end exclusive. */
  start: number
  end: number
  quote: string
  because: string
  suggestion: string
}

/** In order of their place. A private answer may ask for what a public one must not. */
export const lintTone = (draft: string, where: 'public' | 'private' = 'public'): ToneFinding[] => {
  const folded = foldLetters(draft)
  const found = TONE_RULES.filter((rule) => where === 'public' || rule.level === 'warn').flatMap(
    (rule) =>
      matchesOf(rule, folded.text).map(([from, to]) => finding(rule, draft, folded.at, from, to)),
  )
  return withoutNested([...found, ...capitalsIn(draft)]).sort((a, b) => a.start - b.start)
}

/** What must not be published. */
export const refusedTone = (findings: readonly ToneFinding[]): ToneFinding[] =>
  findings.filter(({ level }) => level === 'refuse')

const matchesOf = ({ patterns, unless }: ToneRule, text: string): [number, number][] =>
  patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ index, 0: said }): [number, number] => [
      index,
      index + said.length,
    ]).filter(([from, to]) => !unless?.test(sentenceAround(text, from, to))),
  )

const sentenceAround = (text: string, from: number, to: number): string => {
  const before = text.slice(0, from)
  const begin = Math.max(...['.', '!', '?', '\n'].map((end) => before.lastIndexOf(end))) + 1
  const after = text.slice(to).search(/[.!?\n]/)
  return text.slice(begin, after === -1 ? undefined : to + after)
}

const finding = (
  { id, level, because, suggestion }: ToneRule,
  draft: string,
  at: number[],
  from: number,
  to: number,
): ToneFinding => {
  const start = at[from] ?? 0
  const end = at[to] ?? draft.length
  return { rule: id, level, start, end, quote: draft.slice(start, end), because, suggestion }
}

/** Two patterns of one rule may say the same twice. */
const withoutNested = (findings: ToneFinding[]): ToneFinding[] =>
  findings.filter(
    (one, place) =>
      !findings.some(
        (other, otherPlace) =>
          other !== one &&
          other.rule === one.rule &&
          other.start <= one.start &&
          other.end >= one.end &&
          (other.end - other.start > one.end - one.start || otherPlace < place),
      ),
  )

/** Three words or twelve letters in a row; abbreviations (DPUPR, RSUD) and codes are short or have digits. */
const SHOUTED = /\p{Lu}{2,}(?:[ ,]+\p{Lu}{2,}){2,}|\p{Lu}{12,}/gu
const MOSTLY = 4

const capitalsIn = (draft: string): ToneFinding[] =>
  Array.from(
    draft.matchAll(SHOUTED),
    ({ index, 0: quote }): ToneFinding => ({
      rule: 'capitals',
      level: 'warn',
      start: index,
      end: index + quote.length,
      quote,
      because: 'Huruf besar beruntun terbaca sebagai bentakan.',
      suggestion: 'Tulis dengan huruf biasa.',
    }),
  ).filter(({ quote }) => quote.split(/[ ,]+/).some((word) => word.length >= MOSTLY))
