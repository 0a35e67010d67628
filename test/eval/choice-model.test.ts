import { expect, test } from 'vitest'
import { fitChoices } from './choice-model.ts'

const choice = (rows: number[][], chosen: number) => ({ rows, chosen, weight: 1 })

test('learns that what is chosen three times in four weighs the logarithm of three', () => {
  const decisions = [0, 0, 0, -1].map((chosen) => choice([[1]], chosen))
  const [weight = 0] = fitChoices(decisions, 1, 1e-6)
  expect(weight).toBeCloseTo(Math.log(3), 3)
})

test('of two that could be meant it prefers the one with what was chosen before', () => {
  const rows = [
    [1, 0],
    [0, 1],
  ]
  const decisions = [1, 1, 1, 0].map((chosen) => choice(rows, chosen))
  const [left = 0, right = 0] = fitChoices(decisions, 2, 0.01)
  expect(right).toBeGreaterThan(left)
})

test('a piece that never tells anything gets no weight', () => {
  expect(fitChoices([choice([[1, 0]], 0)], 2, 1)[1]).toBe(0)
})
