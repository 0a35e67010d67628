/** What a verb of custody does: steps of the case, each with its event, and rows written with them. */
import type { Case } from './case.ts'
import type { CaseChange } from './case-change.ts'
import type { CaseEventData, CaseEventType } from './case-event.ts'
import { type CaseState, isOpen } from './case-state.ts'
import type { Legs } from './clock-happened.ts'
import type { Targets } from './deadline-targets.ts'
import type { Refusal } from './errors.ts'
import type { HandOver, NewHandOver } from './hand-over.ts'
import type { LaporMove } from './lapor-move.ts'
import type { NewOffer, Offer, OfferPatch } from './offer.ts'
import type { NewTask, Task, TaskResult } from './task.ts'

/** Everything that hangs on a case beside its posts: loaded under the lock of the case. */
export interface CustodyRecords {
  offers: Offer[]
  tasks: Task[]
  handOvers: HandOver[]
  /** What SP4N-LAPOR! told of it and nobody applied yet, in its own order. */
  laporMoves: LaporMove[]
  /** The last leg of each of its clocks, by the calendar in force, and what a new one would aim at. */
  clocks: Legs
  targets: Targets
}

export type CustodyWrite =
  | { kind: 'task-opened'; task: NewTask }
  | {
      kind: 'task-ended'
      taskId: string
      state: 'done' | 'cancelled'
      result: TaskResult | null
      at: Date
      by: string | null
    }
  | { kind: 'offered'; offer: NewOffer }
  | { kind: 'offer-changed'; offerId: string; patch: OfferPatch }
  /** The government that took it opens its own case, or links the one that it has. */
  | { kind: 'opened-there'; governmentId: string; agencyId: string | null }
  | { kind: 'handed-over'; handOver: NewHandOver }
  | { kind: 'hand-over-changed'; handOverId: string; patch: Partial<HandOver> }
  | { kind: 'lapor-number'; trackingId: string; at: Date; by: string | null }
  | { kind: 'lapor-applied'; move: LaporMove; at: Date }

/** `at`: when it happened, where another system says so; else now. */
export type CustodyStep = CaseChange & { at?: Date }

export interface CustodyChange {
  kind: 'changed'
  steps: CustodyStep[]
  writes: CustodyWrite[]
}

export type CustodyDecision = CustodyChange | Refusal

export const custodyChange = (
  steps: CustodyStep[],
  writes: CustodyWrite[] = [],
): CustodyChange => ({ kind: 'changed', steps, writes })

/** A step: what becomes of the case, and the event that tells of it. */
export const step = (
  type: CaseEventType,
  data: CaseEventData,
  patch: Partial<Case> = {},
): CaseChange => ({ kind: 'changed', patch, event: { type, data } })

/** Ended cases are nobody's to offer, hand over or share. */
export const isLive = ({ state }: { state: CaseState }): boolean => isOpen(state)
