/**
 * Confidence that means what it says: of the answers with 0.8, four of five are right. A logistic
 * over the model's own probability (Platt scaling), fitted on writers whom the model never saw.
 */
import type { Calibration } from './model.ts'
import type { Ranked } from './topic-choice.ts'

/** What speaks for the first category: its odds, its lead, and whether the rules agree. */
export interface Evidence {
  logit: number
  margin: number
  rulesAgree: number
}

export interface Verdict {
  evidence: Evidence
  right: boolean
}

/** Until something was fitted: the model's own probability. */
export const UNCALIBRATED: Calibration = { a: 0, b: 1, c: 0, d: 0 }

const STEPS = 1500
const RATE = 0.5

/** @param topical ranked categories without noise, best first */
export function evidenceOf(topical: Ranked[], rulesAgree: boolean): Evidence {
  const total = topical.reduce((sum, { probability }) => sum + probability, 0) || 1
  const first = (topical[0]?.probability ?? 0) / total
  const second = (topical[1]?.probability ?? 0) / total
  const top = Math.min(0.9999, Math.max(0.0001, first))
  return { logit: Math.log(top / (1 - top)), margin: top - second, rulesAgree: rulesAgree ? 1 : 0 }
}

/** Evidence → 0 to 1. */
export function confidenceOf({ logit, margin, rulesAgree }: Evidence, fit: Calibration): number {
  return 1 / (1 + Math.exp(-(fit.a + fit.b * logit + fit.c * margin + fit.d * rulesAgree)))
}

/** Fits the logistic by plain gradient descent; a few hundred verdicts are enough. */
export function fitCalibration(verdicts: Verdict[]): Calibration {
  if (verdicts.length < 50) return UNCALIBRATED
  const fit = { ...UNCALIBRATED }
  for (let step = 0; step < STEPS; step++) {
    const slope = { a: 0, b: 0, c: 0, d: 0 }
    for (const { evidence, right } of verdicts) {
      const error = confidenceOf(evidence, fit) - (right ? 1 : 0)
      slope.a += error
      slope.b += error * evidence.logit
      slope.c += error * evidence.margin
      slope.d += error * evidence.rulesAgree
    }
    const rate = RATE / verdicts.length
    fit.a -= rate * slope.a
    fit.b -= rate * slope.b * 0.3
    fit.c -= rate * slope.c
    fit.d -= rate * slope.d
  }
  return fit
}
