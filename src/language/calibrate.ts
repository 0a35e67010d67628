/**
 * Confidence that means what it says: of the answers with 0.8, four of five are right. A logistic
 * over what speaks for an answer (Platt scaling), fitted on writers whom the model never saw, and
 * one for each way of deciding: the words, or a rule that overrode them.
 */

/** How the category was decided: by the words, or by one of these rules. */
export const DECIDERS = ['words', 'gate', 'hoax', 'integrity'] as const
export type Decider = (typeof DECIDERS)[number]

/** Weights of the logistic, the constant first; a decider that was never fitted has none. */
export type Calibration = Partial<Record<Decider, number[]>>

export interface Verdict {
  decider: Decider
  /** Numbers of the size of a few units, always as many for one decider. */
  evidence: number[]
  right: boolean
}

export const UNCALIBRATED: Calibration = {}

/** What an unfitted decider is worth, as the first version of the reader had it. */
const UNFITTED: Record<Decider, number> = { words: 0.6, gate: 0.75, hoax: 0.85, integrity: 0.7 }

const FEWEST = 40
const STEPS = 600
const RATE = 0.4
/** Pull towards zero: a handful of verdicts must not make anybody certain. */
const PULL = 2

/** Evidence → 0 to 1. */
export function confidenceOf(decider: Decider, evidence: number[], fit: Calibration): number {
  const weights = fit[decider]
  if (!weights) return UNFITTED[decider]
  return logistic(weights, evidence)
}

/** Fits each decider that has enough verdicts. */
export function fitCalibration(verdicts: Verdict[]): Calibration {
  const fit: Calibration = {}
  for (const decider of DECIDERS) {
    const own = verdicts.filter((verdict) => verdict.decider === decider)
    if (own.length >= FEWEST) fit[decider] = fitted(own)
  }
  return fit
}

/** Odds on a logarithmic scale, kept from the ends. */
export function logitOf(probability: number): number {
  const inside = Math.min(0.999, Math.max(0.001, probability))
  return Math.log(inside / (1 - inside))
}

function logistic(weights: number[], evidence: number[]): number {
  let sum = weights[0] as number
  for (let index = 0; index < evidence.length; index++) {
    sum += (weights[index + 1] as number) * (evidence[index] as number)
  }
  return 1 / (1 + Math.exp(-sum))
}

/** Plain gradient descent; a few hundred verdicts and half a dozen numbers need no more. */
function fitted(verdicts: Verdict[]): number[] {
  const width = (verdicts[0] as Verdict).evidence.length
  const weights = new Array<number>(width + 1).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, index) => (index === 0 ? 0 : PULL * weight))
    for (const { evidence, right } of verdicts) {
      const error = logistic(weights, evidence) - (right ? 1 : 0)
      slope[0] = (slope[0] as number) + error
      for (let index = 0; index < width; index++) {
        slope[index + 1] = (slope[index + 1] as number) + error * (evidence[index] as number)
      }
    }
    for (let index = 0; index <= width; index++) {
      weights[index] =
        (weights[index] as number) - (RATE * (slope[index] as number)) / verdicts.length
    }
  }
  return weights
}
