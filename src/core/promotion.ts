/** Whether a model that was trained anew may take the place of the one in service, and why. */

/** The same posts, read by both. */
export interface Pairs {
  n: number
  oldRight: number
  newRight: number
  /** Only the new one is right. */
  won: number
  /** Only the old one was. */
  lost: number
}

export type Promotion = { promote: boolean; because: string[] }

/** A difference that comes up by chance less often than once in twenty is taken for one. */
const CHANCE = 0.05

/**
 * Better on corrections that neither has seen, and not worse on the corpus: where the corrections are
 * too few to speak beyond chance, the corpus must not lose a single post on balance.
 */
export const promotionOf = (corrections: Pairs, corpus: Pairs): Promotion => {
  const said = [tell('pembetulan yang disisihkan', corrections), tell('korpus', corpus)]
  const no = (why: string): Promotion => ({ promote: false, because: [...said, why] })
  if (corpus.n === 0) return no('tidak ada korpus untuk membandingkan')
  if (corrections.n === 0)
    return no('belum ada pembetulan yang disisihkan untuk menguji: perlu lebih banyak kasus')
  if (corrections.won <= corrections.lost) return no('tidak lebih baik pada pembetulan')
  if (isBeyondChance(corpus.lost, corpus.won)) return no('lebih buruk pada korpus')
  const sure = isBeyondChance(corrections.won, corrections.lost)
  if (sure) return { promote: true, because: [...said, 'lebih baik, dan bukan kebetulan'] }
  if (corpus.lost > corpus.won)
    return no('sedikit lebih baik pada pembetulan, tetapi kalah pada korpus')
  return {
    promote: true,
    because: [...said, 'lebih baik pada pembetulan (masih sedikit) dan tidak kalah pada korpus'],
  }
}

/**
 * The version that a model took the place of when it was first put into service; 0 is the shipped one.
 * Going back again and again so goes back along the promotions, whatever was tried in between.
 *
 * @param turns oldest first
 */
export const servedBefore = (turns: readonly { version: number }[], version: number): number => {
  if (version === 0) return 0
  const first = turns.findIndex((turn) => turn.version === version)
  return turns[first - 1]?.version ?? 0
}

/** Another model was put into service while this one was trained: it was compared with none that reads. */
export const overtaken = ({ because }: Promotion, compared: number, now: number): Promotion => ({
  promote: false,
  because: [
    ...because,
    `selama dilatih dipakai versi ${now}, padahal dibandingkan dengan versi ${compared}: latih ulang`,
  ],
})

/** Sign test, one-sided: of the posts on which the two differ, do so many fall to one by chance? */
export const chanceOf = (won: number, lost: number): number => {
  const n = won + lost
  // in logarithms: half to the thousandth is no number any more
  let term = n * Math.log(0.5)
  let below = 0
  for (let k = 0; k < won; k++) {
    below += Math.exp(term)
    term += Math.log((n - k) / (k + 1))
  }
  return Math.max(0, 1 - below)
}

const isBeyondChance = (won: number, lost: number): boolean =>
  won > lost && chanceOf(won, lost) < CHANCE

const tell = (what: string, { n, oldRight, newRight, won, lost }: Pairs): string =>
  `${what}: benar ${oldRight} → ${newRight} dari ${n} (membaik ${won}, memburuk ${lost})`
