import type { Configuration } from '../core/configuration.ts'
import type { TrainingOrder, TrainingResult } from '../ports/learning.ts'

/** What the training thread is started with. */
export interface TrainingData {
  configuration: Configuration
  readerFolder: string
  /** The first one that has posts is learned from. */
  corpusFolders: string[]
  order: TrainingOrder
}

export type TrainingSaid = { kind: 'step'; step: string } | { kind: 'done'; result: TrainingResult }
