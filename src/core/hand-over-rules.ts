/** Handing a case to a body outside, watching it there, and taking it back where it goes nowhere. */
import type { Case } from './case.ts'
import { type CaseChange, teachingOwner } from './case-change.ts'
import { held, heldByOther } from './case-lease.ts'
import { next } from './case-state.ts'
import { type CustodyDecision, type CustodyWrite, custodyChange, step } from './custody-change.ts'
import { refuse } from './errors.ts'
import type { HandOver, HandOverOutcome, NewHandOver } from './hand-over.ts'
import { isPending, type Offer } from './offer.ts'
import { whyUnfinished } from './public-words.ts'
import type { Viewer } from './roles.ts'
import type { NewTask, Task } from './task.ts'

export interface HandOverWish {
  id: string
  /** Looks at it afterwards, in working days: +5 and +14 (domain §2.4). */
  checks: readonly { id: string; workingDays: number }[]
  body: string
  bodyName: string
  channel: string
  reference: string
  contactRole: string
  text: string
  /** When an officer wants to look first; null: as the clock says. */
  nextCheckAt: Date | null
  /** P1: who was called before anything was handed over, and when. */
  calledFirst: string | null
}

/** Danger first: a P1 is handed over only after somebody was called (domain §2.4). */
export const handOver = (
  current: Case,
  offers: readonly Offer[],
  handOvers: readonly HandOver[],
  viewer: Viewer,
  now: Date,
  wish: HandOverWish,
): CustodyDecision => {
  if (heldByOther(current, viewer, now)) return held(current)
  if (offers.some(isPending)) return refuse('offer-open')
  if (handOvers.some(({ endedAt }) => !endedAt)) return refuse('handed-over-already')
  if (current.urgency === 'P1' && !wish.calledFirst) return refuse('emergency-first')
  const unfinished = whyUnfinished(wish.text)
  if (unfinished) return unfinished
  const after = next(current.state, 'hand-over')
  if (after.kind === 'refused') return after
  const patch = { state: after.state, proposedOwner: wish.body, claim: null }
  return custodyChange(
    [handedStep(current, wish, patch), ...wish.checks.map(taskStep)],
    [
      { kind: 'handed-over', handOver: rowOf(wish, viewer, now) },
      ...checksOf(current, viewer, now, wish).map(
        (task): CustodyWrite => ({ kind: 'task-opened', task }),
      ),
    ],
  )
}

/** That it is not ours but theirs is what our reader should have known. */
const handedStep = (current: Case, wish: HandOverWish, patch: Partial<Case>) => {
  const owner = { agencyId: null, proposedOwner: wish.body }
  return teachingOwner(current, step('handed-over', dataOf(wish), patch), owner, wish.text)
}

const dataOf = (wish: HandOverWish) => ({
  handOverId: wish.id,
  target: wish.body,
  channel: wish.channel,
  reference: wish.reference,
  contactRole: wish.contactRole,
  text: wish.text,
  ...(wish.nextCheckAt ? { nextCheckAt: wish.nextCheckAt.toISOString() } : {}),
  ...(wish.calledFirst ? { evidence: wish.calledFirst } : {}),
})

type Check = HandOverWish['checks'][number]

const taskStep = ({ id: taskId, workingDays }: Check) =>
  step('task-opened', { taskId, taskKind: 'external-check', text: checkTitle(workingDays) })

const checkTitle = (workingDays: number): string =>
  `Pantau instansi luar (+${workingDays} hari kerja)`

const rowOf = (wish: HandOverWish, { userId }: Viewer, now: Date): NewHandOver => {
  const { id, body, channel, reference, contactRole, text } = wish
  return { id, body, channel, reference, contactRole, text, handedAt: now, handedBy: userId }
}

const checksOf = (current: Case, viewer: Viewer, now: Date, wish: HandOverWish): NewTask[] =>
  wish.checks.map(({ id, workingDays }) => ({
    id,
    kind: 'external-check',
    agencyId: current.agencyId,
    assigneeId: null,
    title: `${checkTitle(workingDays)}: ${wish.bodyName}`,
    startedAt: now,
    target: { workingDays },
    handOverId: wish.id,
    openedBy: viewer.userId,
  }))

const ENDS: ReadonlySet<HandOverOutcome> = new Set<HandOverOutcome>([
  'ditolak',
  'tidak-ada-jawaban',
  'selesai',
])

/** Refused or unanswered: it is ours again. Done: we tell the citizen, and end it ourselves. */
export const recordOutcome = (
  current: Case,
  handedOver: HandOver,
  tasks: readonly Task[],
  viewer: Viewer,
  now: Date,
  said: { outcome: HandOverOutcome; text: string; taskId: string | null },
): CustodyDecision => {
  if (handedOver.endedAt) return refuse('hand-over-ended')
  const { outcome, text } = said
  const ends = ENDS.has(outcome)
  const leaves = ends && current.state === 'handed-over'
  const after = leaves ? next(current.state, 'take-back') : null
  if (after?.kind === 'refused') return after
  const data = { handOverId: handedOver.id, target: handedOver.body, outcome, text }
  const type = ends ? 'hand-over-ended' : 'hand-over-checked'
  const taken = after ? { state: after.state, claim: null } : {}
  const told = step(type, data, taken)
  return custodyChange(
    [outcome === 'ditolak' ? disproving(told, handedOver.body) : told],
    [
      {
        kind: 'hand-over-changed',
        handOverId: handedOver.id,
        patch: { outcome, outcomeAt: now, outcomeText: text, ...(ends ? { endedAt: now } : {}) },
      },
      ...checksEnded(handedOver, tasks, viewer, now, { ends, ...said }),
    ],
  )
}

/** They say that it is not theirs: whoever said so before taught something wrong. */
const disproving = (told: CaseChange, owner: string): CaseChange => ({
  ...told,
  withdraws: { act: 'transfer', owner },
})

/** The check that brought the outcome is done; the others have nothing to watch any more. */
const checksEnded = (
  handedOver: HandOver,
  tasks: readonly Task[],
  { userId }: Viewer,
  now: Date,
  { ends, text, taskId }: { ends: boolean; text: string; taskId: string | null },
): CustodyWrite[] =>
  tasks
    .filter(({ handOverId, state }) => handOverId === handedOver.id && state === 'open')
    .filter(({ id }) => ends || id === taskId)
    .map(({ id }) => {
      const done = id === taskId
      const result = done ? { text } : null
      return {
        kind: 'task-ended',
        taskId: id,
        state: done ? 'done' : 'cancelled',
        result,
        at: now,
        by: userId,
      }
    })
