import { it } from 'vitest'
import { expectTwoWeeks } from './two-weeks.ts'

it(
  'a thousand cases over two weeks, workers killed at random',
  () => expectTwoWeeks(1000, 40),
  1_200_000,
)
