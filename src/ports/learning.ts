import type { Correction } from '../core/correction.ts'
import type { Lesson } from '../core/lesson.ts'
import type { Pairs, Promotion } from '../core/promotion.ts'
import type { PostContext } from '../core/reading.ts'
import type { RoutedCase } from '../core/routing-report.ts'
import type { PostToRead } from './reading.ts'

/** A case that officers put right, with the posts that it then had. */
export interface CorrectedCase {
  caseId: string
  /** Oldest first. */
  corrections: Correction[]
  posts: { id: string; text: string; context: PostContext | null }[]
}

/** Which model reads for a government, and which rules it leaves out. */
export interface ReaderState {
  /** 0 where nothing but the shipped model ever served. */
  turn: number
  /** 0: the shipped one. */
  version: number
  silenced: string[]
}

export interface TrainedModel {
  version: number
  madeAt: Date
  madeBy: string
  trigger: TrainingTrigger
  /** The shipped reader beside which it was trained: beside another one it does not read. */
  base: string
  promoted: boolean
  /** Its bytes are there still: it can be put into service again. */
  kept: boolean
  because: string[]
  measured: Measured
}

export type TrainingTrigger = 'command' | 'nightly'

/** What was right before and after, on posts that were read by both models. */
export interface Measured {
  taught: number
  heldBack: number
  /** All that officers said of a post: category, kind and owner. */
  corrections: Pairs
  category: Pairs
  owner: Pairs
  kind: Pairs
  corpus: Pairs
  seconds: number
}

/** Corrections and the models that were trained from them; every row belongs to one government. */
export interface Learning {
  corrected(governmentId: string): Promise<CorrectedCase[]>
  /** Cases that were put right since then, without their words. */
  routed(governmentId: string, since: Date): Promise<RoutedCase[]>
  /** Posts that were read since then, in batches; never the sample. */
  recent(governmentId: string, since: Date): AsyncIterable<PostToRead[]>
  /** Governments with corrections that no training beside this shipped reader has seen. */
  untaught(base: string): Promise<string[]>
  /** Nobody else trains for this government meanwhile, in any process. */
  alone<T>(governmentId: string, work: () => Promise<T>): Promise<{ kind: 'done'; value: T } | Busy>
}

export interface Busy {
  kind: 'busy'
}

export interface SilencedRule {
  rule: string
  reason: string
  silencedBy: string
  silencedAt: Date
  restoredBy: string | null
  restoredAt: Date | null
}

/** A row is never taken away: a rule that speaks again says who gave it back, and when. */
export interface SilencedRules {
  list(governmentId: string): Promise<SilencedRule[]>
  /** False: it is silent already. */
  silence(
    governmentId: string,
    wish: { rule: string; reason: string; by: string; at: Date },
  ): Promise<boolean>
  /** False: it was not silent. */
  restore(governmentId: string, wish: { rule: string; by: string; at: Date }): Promise<boolean>
}

export interface ReaderModels {
  state(governmentId: string): Promise<ReaderState>
  /** Null: the shipped one, or one whose bytes were not kept. */
  bytes(governmentId: string, version: number): Promise<{ bytes: Uint8Array; base: string } | null>
  list(governmentId: string): Promise<TrainedModel[]>
  /**
   * Keeps a training. A promoted model is put into service in the same transaction, if the one that it
   * was compared with serves still: else it is kept as one that was not, and says why.
   */
  add(
    governmentId: string,
    training: NewTraining,
  ): Promise<{ version: number; promotion: Promotion }>
  /** Version 0 is the shipped model. */
  serve(governmentId: string, turn: NewTurn): Promise<void>
  turns(governmentId: string): Promise<(NewTurn & { turn: number })[]>
}

export interface NewTraining {
  bytes: Uint8Array
  base: string
  madeAt: Date
  madeBy: string
  trigger: TrainingTrigger
  promotion: Promotion
  /** The version that served when it began. */
  comparedWith: number
  measured: Measured
}

export interface NewTurn {
  version: number
  since: Date
  byName: string
  because: string
}

/** A post with what officers said of it. */
export interface TaughtPost extends Lesson {
  id: string
  text: string
  context?: PostContext
}

export interface TrainingOrder {
  governmentId: string
  taught: TaughtPost[]
  /** One post of each case that is never learned from: the test. */
  heldBack: TaughtPost[]
  inService: { bytes: Uint8Array; base: string } | null
  silenced: string[]
}

export interface TrainingResult {
  bytes: Uint8Array
  /** The shipped reader that it was trained beside. */
  base: string
  measured: Measured
}

/** Trains outside the process that asked. */
export interface Trainer {
  /** Names the shipped reader of this build: what was trained beside another one does not read. */
  base(): Promise<string>
  train(order: TrainingOrder, heard: (step: string) => void): Promise<TrainingResult>
}
