/** A government's own model: the shipped corpus, and what its officers put right. */
import { buildCalibratedModel } from './build-model.ts'
import type { Model } from './model.ts'
import type { JudgedPost, TrainingGround } from './training-documents.ts'

export type { JudgedPost }

/** Seconds of processor time: call it in a thread. The same ground always gives the same model. */
export function retrain(ground: TrainingGround & { corrections: JudgedPost[] }): Model {
  return buildCalibratedModel(ground)
}
