/** Kind and category: what a post wants, and what it is about. */
import type { Answer } from '../by-writer.ts'
import { bootstrap } from '../interval.ts'
import type { Sheet } from '../sheet.ts'
import { macroF1, type Said } from './macro-f1.ts'

export function tellTopic(sheet: Sheet, answers: Answer[]): void {
  sheet.heading('kind and category')
  const service = serviceOf(answers)
  const right = service.filter(isRight)
  const three = service.filter(({ post, reading }) => reading.alternatives.includes(post.category))
  const half = surestHalf(service)
  const pairs = answers.map(saidOf)
  sheet.share('kind', answers.filter(isRightKind).length, answers.length)
  sheet.share('category (posts that are a service matter)', right.length, service.length)
  sheet.share(
    'category (all, noise is one of them)',
    answers.filter(isRight).length,
    answers.length,
  )
  sheet.figure({
    name: 'macro-F1 (all)',
    value: macroF1(pairs),
    n: pairs.length,
    ...bootstrap(pairs, macroF1),
  })
  sheet.share('within three (service matter)', three.length, service.length)
  sheet.share(
    'category on the surest half (service matter)',
    half.filter(isRight).length,
    half.length,
  )
}

export const serviceOf = (answers: Answer[]) =>
  answers.filter(({ post }) => post.kind !== 'irrelevant')

export const isRight = ({ post, reading }: Answer) => reading.category === post.category

export const saidOf = ({ post, reading }: Answer): Said => ({
  meant: post.category,
  said: reading.category,
})

export const isRightKind = ({ post, reading }: Answer) => reading.kind === post.kind

function surestHalf(answers: Answer[]): Answer[] {
  const sorted = [...answers].sort((a, b) => b.reading.confidence - a.reading.confidence)
  return sorted.slice(0, Math.floor(sorted.length / 2))
}
