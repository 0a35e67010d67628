/**
 * A logistic over choices: one of the cases that could be meant, or none of them (D. McFadden,
 * "Conditional logit analysis of qualitative choice behavior", 1974), fitted by Newton's method.
 */

export interface Decision {
  /** The evidence of each case that could be meant; "none" has no evidence at all. */
  rows: number[][]
  /** Which of them it was, −1: none. */
  chosen: number
  weight: number
}

interface Slope {
  value: number
  gradient: number[]
  /** Of the negated value, so that it is positive definite. */
  curvature: number[][]
}

const MOST_STEPS = 40
const ENOUGH = 1e-4

/** @param ridge how strongly weights are drawn to 0: without it what is rare would be certain */
export function fitChoices(decisions: Decision[], pieces: number, ridge: number): number[] {
  let weights = Array.from({ length: pieces }, () => 0)
  let slope = slopeAt(decisions, weights, ridge)
  for (let step = 0; step < MOST_STEPS; step++) {
    const better = climb(decisions, weights, slope, ridge)
    if (!better) break
    const gained = better.slope.value - slope.value
    weights = better.weights
    slope = better.slope
    if (gained < ENOUGH) break
  }
  return weights
}

/** Newton's step, halved until it leads upwards. */
function climb(decisions: Decision[], weights: number[], slope: Slope, ridge: number) {
  const direction = solve(slope.curvature, slope.gradient)
  for (let reach = 1; reach > 1e-3; reach /= 2) {
    const next = weights.map((weight, at) => weight + reach * (direction[at] as number))
    const there = slopeAt(decisions, next, ridge)
    if (there.value > slope.value) return { weights: next, slope: there }
  }
  return null
}

function slopeAt(decisions: Decision[], weights: number[], ridge: number): Slope {
  const size = weights.length
  const slope: Slope = {
    value: -weights.reduce((sum, weight) => sum + (ridge * weight * weight) / 2, 0),
    gradient: weights.map((weight) => -ridge * weight),
    curvature: weights.map((_, at) => weights.map((_, other) => (at === other ? ridge : 0))),
  }
  for (const decision of decisions) addDecision(slope, decision, weights, size)
  return slope
}

function addDecision(slope: Slope, decision: Decision, weights: number[], size: number): void {
  const { rows, chosen, weight } = decision
  const points = rows.map((row) => dot(row, weights))
  const most = Math.max(0, ...points)
  const shares = points.map((each) => Math.exp(each - most))
  const all = shares.reduce((sum, each) => sum + each, Math.exp(-most))
  const likely = shares.map((each) => each / all)
  slope.value += weight * ((chosen < 0 ? 0 : (points[chosen] as number)) - most - Math.log(all))
  const mean = Array.from({ length: size }, () => 0)
  rows.forEach((row, at) => {
    const share = likely[at] as number
    for (let k = 0; k < size; k++) mean[k] = (mean[k] as number) + share * (row[k] as number)
    if (share > 1e-6) addOuter(slope.curvature, row, weight * share)
  })
  addOuter(slope.curvature, mean, -weight)
  for (let k = 0; k < size; k++) {
    const taken = chosen < 0 ? 0 : ((rows[chosen] as number[])[k] as number)
    slope.gradient[k] = (slope.gradient[k] as number) + weight * (taken - (mean[k] as number))
  }
}

function addOuter(into: number[][], row: number[], times: number): void {
  row.forEach((one, at) => {
    if (one === 0) return
    const line = into[at] as number[]
    for (let k = 0; k < row.length; k++)
      line[k] = (line[k] as number) + times * one * (row[k] as number)
  })
}

const dot = (left: number[], right: number[]): number =>
  left.reduce((sum, each, at) => sum + each * (right[at] as number), 0)

/** Gauss' elimination with the largest pivot. */
function solve(matrix: number[][], target: number[]): number[] {
  const rows = matrix.map((row, at) => [...row, target[at] as number])
  for (let at = 0; at < rows.length; at++) eliminate(rows, at)
  return rows.map((row, at) => (row.at(-1) as number) / (row[at] as number))
}

function eliminate(rows: number[][], at: number): void {
  let best = at
  for (let k = at + 1; k < rows.length; k++)
    if (Math.abs(rows[k]?.[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0)) best = k
  const pivot = rows[best] as number[]
  rows[best] = rows[at] as number[]
  rows[at] = pivot
  rows.forEach((row, other) => {
    if (other === at) return
    const times = (row[at] as number) / (pivot[at] as number)
    for (let k = 0; times !== 0 && k < row.length; k++)
      row[k] = (row[k] as number) - times * (pivot[k] as number)
  })
}
