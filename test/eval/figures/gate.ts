/** The relevance gate: does a complaint come in, and does noise stay out? */
import type { Reading } from '../../../src/core/reading.ts'
import type { Answer } from '../by-writer.ts'
import { tellEach } from '../confusion.ts'
import { wilson } from '../interval.ts'
import { NOISE_SORTS, type NoiseSort, TOLD } from '../noise-sorts.ts'
import type { EvalPost } from '../posts.ts'
import type { Sheet } from '../sheet.ts'

/** Of what keyword tracking finds, this share asks for something; our corpus holds far more. */
const STREAM = 0.13
const PRECISION = 0.6

/** Politics are counted and put into no queue: neither a hit nor a miss of the gate. */
const POLITICS = 'gov.pejabat_politik'

export function tellGate(sheet: Sheet, answers: Answer[], show: boolean): void {
  sheet.heading('gate')
  const wanted = answers.filter(({ post }) => isActionable(post))
  const noise = answers.filter(({ post }) => post.kind === 'irrelevant')
  const heard = wanted.filter(({ reading }) => comesIn(reading))
  const leaked = noise.filter(({ reading }) => comesIn(reading))
  sheet.share('recall', heard.length, wanted.length)
  sheet.share('precision, in the mix of this corpus', heard.length, heard.length + leaked.length)
  tellStream(sheet, wanted, noise)
  sheet.share('noise let through', leaked.length, noise.length)
  tellSorts(sheet, noise)
  if (!show) return
  tellEach(sheet, 'kept out', without(wanted, heard), show)
  tellEach(sheet, 'let through', leaked, show)
}

const without = (list: Answer[], some: Answer[]) => list.filter((each) => !some.includes(each))

/** Praise is neither: it asks for nothing and is yet no noise. */
export function isActionable({ kind, category }: EvalPost): boolean {
  return kind !== 'irrelevant' && kind !== 'praise' && category !== POLITICS
}

export function comesIn({ kind, category }: Reading): boolean {
  return kind !== 'irrelevant' && category !== POLITICS
}

function tellStream(sheet: Sheet, wanted: Answer[], noise: Answer[]): void {
  const [heard, leaked] = [wanted, noise].map(
    (list) => list.filter(({ reading }) => comesIn(reading)).length,
  ) as [number, number]
  const [recall, leak] = [wilson(heard, wanted.length), wilson(leaked, noise.length)]
  sheet.figure({
    name: 'precision, in a stream with 13 % actionable',
    value: inStream(heard / wanted.length, leaked / noise.length),
    n: wanted.length + noise.length,
    low: inStream(recall.low, leak.high),
    high: inStream(recall.high, leak.low),
  })
  const along = (name: string, sureness: (answer: Answer) => number) =>
    sheet.share(
      `recall at precision 0.60 in that stream, ${name}`,
      recallAt(wanted, noise, sureness) * wanted.length,
      wanted.length,
    )
  along('by noise', (answer) => -answer.noise)
  along('by confidence', ({ reading }) => sureness(reading))
}

function inStream(recall: number, leak: number): number {
  const right = STREAM * recall
  return right / (right + (1 - STREAM) * leak || 1)
}

/** The best threshold; chosen on these posts, so a little flattering. */
function recallAt(wanted: Answer[], noise: Answer[], sureness: (answer: Answer) => number) {
  const marked = [
    ...wanted.map((answer) => ({ sure: sureness(answer), wanted: 1, noise: 0 })),
    ...noise.map((answer) => ({ sure: sureness(answer), wanted: 0, noise: 1 })),
  ].sort((a, b) => b.sure - a.sure)
  let [best, hits, leaks] = [0, 0, 0]
  marked.forEach((each, at) => {
    hits += each.wanted
    leaks += each.noise
    // posts that are equally sure come in together
    if (marked[at + 1]?.sure === each.sure) return
    const recall = hits / wanted.length
    if (inStream(recall, leaks / noise.length) >= PRECISION) best = Math.max(best, recall)
  })
  return best
}

const sureness = (reading: Reading) =>
  comesIn(reading) ? 1 + reading.confidence : 1 - reading.confidence

function tellSorts(sheet: Sheet, noise: Answer[]): void {
  const tell = (name: string, sorts: readonly NoiseSort[]) => {
    const own = noise.filter(({ post }) => post.sort && sorts.includes(post.sort))
    const leaked = own.filter(({ reading }) => comesIn(reading))
    sheet.share(`let through of: ${name}`, leaked.length, own.length)
  }
  tell('news and official PR together', TOLD)
  for (const [sort, name] of Object.entries(NOISE_SORTS)) tell(name, [sort as NoiseSort])
}
