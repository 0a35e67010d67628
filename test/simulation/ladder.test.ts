import { it } from 'vitest'
import { expectTwoWeeks } from './two-weeks.ts'

it(
  "thirty cases over two weeks: every deadline and every rung is the oracle's, once, although workers are killed",
  () => expectTwoWeeks(30, 2),
  120_000,
)
