/** Dishonest officials, who are mostly accused without the word for it. */
import type { Heard } from './cue-finder.ts'
import type { KindProbabilities } from './kind-choice.ts'
import type { Analysis } from './post-analysis.ts'
import { firstHeard, heardUpTo, logOdds, sumOf, type Weight } from './weighing.ts'

/**
 * From so many points on no agency of the house gets it unread, since its people may be meant: most
 * of these are plain complaints, and a person sends them on.
 */
export const INTEGRITY_DOUBTED = -4.5
/**
 * From so many points on a post is closed and goes to no agency unread. A leak is worse than a
 * closed case too many: see docs/figures.md for what each point more or less costs.
 */
export const INTEGRITY_FEARED = -3
/** From so many on it is let in, though it sounds like noise. */
export const INTEGRITY_SUSPECTED = -2
/** So many, and the allegation is the topic, whatever service it happened in. */
export const INTEGRITY_ALLEGED = 0.3

/**
 * Log-odds fitted writer against writer: the model's belief, words that say it, hints, and pairs
 * that only together say it: money at an office, a project that stands on paper, a relative who
 * was given it.
 * @param probability of the topics of integrity together, 0 to 1
 */
export function weighIntegrity(
  analysis: Analysis,
  probability: number,
  kinds: KindProbabilities,
): Weight {
  const { heard } = analysis
  const signs = signsOf(analysis)
  const points =
    0.1 +
    0.93 * logOdds(probability) +
    0.12 * logOdds(kinds.allegation) +
    0.09 * logOdds(kinds.irrelevant) +
    0.5 * heardUpTo(heard, 'integrity.bribe', 2) +
    1.2 * heardUpTo(heard, 'integrity.graft', 2) +
    0.3 * heardUpTo(heard, 'integrity.hint', 3) -
    0.45 * heardUpTo(heard, 'noise.news', 2) +
    sumOf([
      [signs.money, 0.7],
      [heard.has('official'), 0.15],
      [heard.has('office'), 0.55],
      [heard.has('integrity.hint') && signs.office, 0.4],
      [signs.onPaper, 1.9],
      [signs.toKin, 1.3],
      [signs.rich, 1.1],
    ])
  return { points, because: wordsOf(heard, signs) }
}

interface Signs {
  money: boolean
  /** An office or an official is named. */
  office: boolean
  /** What the books say is not what stands there. */
  onPaper: boolean
  toKin: boolean
  rich: boolean
}

function signsOf({ heard, text }: Analysis): Signs {
  const given = heard.has('project') || heard.has('integrity.aid')
  const office = heard.has('official') || heard.has('office')
  return {
    office,
    money: heard.has('money') || SUM.test(text),
    onPaper: given && heard.has('integrity.paper') && heard.has('integrity.lack'),
    toKin: heard.has('integrity.kin') && (given || heard.has('official')),
    rich: heard.has('integrity.wealth') && (given || office),
  }
}

function wordsOf(heard: Heard, { money, office, onPaper, toKin, rich }: Signs): string[] {
  return firstHeard(heard, [
    'integrity.bribe',
    'integrity.graft',
    'integrity.hint',
    'integrity.demand',
    ...(onPaper ? ['integrity.paper', 'integrity.lack'] : []),
    ...(toKin ? ['integrity.kin'] : []),
    ...(rich ? ['integrity.wealth'] : []),
    ...(money && office ? ['official', 'office', 'money'] : []),
  ])
}

/** "75 ribu", "seket", "tigo ratus". */
const SUM =
  /\b\d+([.,]\d+)?\s?(rb|ribu|rebu|ewu|jt|juta|yuta|k|m|miliar|milyar)\b|\brp\.?\s?\d|\b(seket|satus|rongatus|telungatus|patangatus|limangatus|saratuih)\b|\b(dua|duo|tiga|tigo|telu|empat|patang|lima|limo|enam|tujuh|delapan|sembilan) (ratus|ewu|puluh ribu|juta|rebu)\b|\b[1-9]\d?[05]0\b/i

/** Said in so many words by somebody who tells it of themselves, not by a newspaper. */
export function namesDishonesty({ heard }: Analysis): boolean {
  if (heard.has('noise.politics') || heardUpTo(heard, 'noise.news', 2) === 2) return false
  return heard.has('integrity.bribe') || heard.has('integrity.graft') || isCharged(heard)
}

/** "di dukcapil kok disuruh bayar 100rb": money that an office demands. */
export function isCharged(heard: Heard): boolean {
  const asked = heard.has('integrity.demand') && heard.has('money')
  return asked && (heard.has('office') || heard.has('official'))
}
