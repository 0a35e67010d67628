/** Who reads how fast, in processor time and as a ratio of the same run. */
import { median } from './processor.ts'
import type { Rival } from './rival.ts'
import type { Sheet } from './sheet.ts'

const ROUNDS = 5
/** Readings until the processor has compiled what it will. */
const WARM = { slow: 50, quick: 5_000 }

interface Texts {
  few: string[]
  many: string[]
  /** Others than those that are timed. */
  warm: string[]
}

/** In turn, part by part, so that a busy moment falls on all of them. */
export function tellRivalSpeed(sheet: Sheet, rivals: Rival[], texts: Texts): void {
  for (const rival of rivals) {
    rival.rank(texts.warm.slice(0, rival.slow ? WARM.slow : WARM.quick))
  }
  const rounds = Array.from({ length: ROUNDS }, (_, round) =>
    rivals.map((rival) => microsecondsOf(rival, rival.slow ? texts.few : texts.many, round)),
  )
  sheet.heading('processor time a post, one warm core')
  rivals.forEach((rival, at) => {
    const times = rounds.map((round) => round[at] as number)
    const ratios = rounds.map((round) => (round[at] as number) / (round[0] as number))
    sheet.figure({ name: rival.name, ...spread(times), unit: 'µs' })
    sheet.figure({ name: `${rival.name}, posts a second`, value: Math.round(1e6 / median(times)) })
    if (at > 0) sheet.figure({ name: `${rival.name}, times as long as ours`, ...spread(ratios) })
  })
}

function microsecondsOf(rival: Rival, texts: string[], round: number): number {
  const size = Math.floor(texts.length / ROUNDS)
  const part = texts.slice(round * size, (round + 1) * size)
  return (rival.timeOf(part) / part.length) * 1e6
}

const spread = (numbers: number[]) => ({
  value: median(numbers),
  low: Math.min(...numbers),
  high: Math.max(...numbers),
})
