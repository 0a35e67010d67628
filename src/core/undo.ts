/**
 * Taking back what was done to a case inside the house: by whoever did it, as long as nothing later
 * changed what it changed. What a citizen was told is never taken back here. The clocks are set back by
 * the name of the event (store/run-clocks.ts).
 */
import type { Case, Snooze } from './case.ts'
import type { CaseDecision } from './case-change.ts'
import type { CaseEvent, CaseEventType, CaseMemory } from './case-event.ts'
import { held, heldByOther, leaseFor } from './case-lease.ts'
import type { CorrectionAct } from './correction.ts'
import { type Refusal, refuse } from './errors.ts'
import type { Viewer } from './roles.ts'

type Field = keyof CaseMemory

interface Way {
  /** What it may change: what it did change is remembered, and given back. */
  fields: Field[]
  /** What must still be as it was left, beside what it changed. */
  guards: Field[]
  /** Nobody else may have done anything since: another desk has it now. */
  beforeOthersAct?: true
  /** No other citizen's post may have come to it since. */
  alone?: true
  correction?: CorrectionAct
  seconds?: number
}

const OWNER: Field[] = ['agencyId', 'state', 'proposedOwner']
const WAYS: Partial<Record<CaseEventType, Way>> = {
  released: { fields: [], guards: [] },
  skipped: { fields: [], guards: [] },
  transferred: { fields: OWNER, guards: OWNER, beforeOthersAct: true, correction: 'transfer' },
  returned: { fields: OWNER, guards: OWNER, beforeOthersAct: true, correction: 'transfer' },
  recategorised: {
    fields: ['category', 'kind', 'confidential', ...OWNER],
    guards: ['category', 'kind', 'confidential', 'agencyId'],
    correction: 'recategorise',
  },
  snoozed: { fields: ['snooze', 'woken'], guards: ['snooze'] },
  dismissed: {
    fields: ['state', 'endedAt'],
    guards: ['state'],
    correction: 'not-a-service',
  },
  'urgency-changed': {
    fields: ['urgency'],
    guards: ['urgency'],
    correction: 'urgency',
  },
  // by hand: a post that was kept out of the queue
  opened: {
    fields: ['state', 'endedAt'],
    guards: ['state'],
    beforeOthersAct: true,
    alone: true,
    correction: 'recategorise',
  },
  // a slip of the pen: after its minute a colleague may have acted on it
  noted: { fields: [], guards: [], seconds: 60 },
}

/** Keeps with the event what the case was, and what it became, so that it can be taken back. */
export const remembering = (current: Case, decision: CaseDecision): CaseDecision => {
  if (decision.kind === 'refused' || !decision.event) return decision
  const way = WAYS[decision.event.type]
  if (!way || way.fields.length === 0) return decision
  const after = { ...current, ...decision.patch }
  const changed = differing(current, after, way.fields)
  const was = frozen(current, changed)
  const became = frozen(after, [...new Set([...way.guards, ...changed])])
  const { event } = decision
  return { ...decision, event: { ...event, data: { ...event.data, was, became } } }
}

/** Taken back, it is what its post was held for before: no service. */
export const openedByHand = ({ state }: Case, now: Date) => ({
  was: { state: 'not-a-service' as const, endedAt: now.toISOString() },
  became: { state },
})

const differing = (before: Case, after: Case, fields: Field[]): Field[] => {
  const [was, is] = [frozen(before, fields), frozen(after, fields)]
  return fields.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
}

export interface Taken {
  event: CaseEvent
  /** What happened to the case since, oldest first. */
  later: CaseEvent[]
}

/** The case as it was before the event, or why it cannot be given back. */
export const undo = (
  current: Case,
  { event, later }: Taken,
  viewer: Viewer,
  now: Date,
): CaseDecision => {
  const way = WAYS[event.type]
  if (!way) return refuse('not-undoable')
  const refusal = whyNot(current, { event, later }, way, viewer, now)
  if (refusal) return refusal
  const { correction } = way
  return {
    kind: 'changed',
    patch: restored(event, viewer, now),
    event: { type: 'undone', data: { undoes: event.id, undoneType: event.type } },
    ...(correction ? { withdraws: { act: correction, at: taughtAt(event) } } : {}),
  }
}

const taughtAt = ({ at, data: { saidAt } }: CaseEvent): Date => (saidAt ? new Date(saidAt) : at)

const whyNot = (
  current: Case,
  { event, later }: Taken,
  way: Way,
  viewer: Viewer,
  now: Date,
): Refusal | null => {
  if (event.actor?.userId !== viewer.userId) return refuse('undo-not-yours')
  if (later.some(({ type, data }) => type === 'undone' && data.undoes === event.id))
    return refuse('undo-too-late', 'Tindakan ini sudah dibatalkan.')
  if (way.seconds && now.getTime() - event.at.getTime() > way.seconds * 1000)
    return refuse('undo-too-late', `Hanya dapat dibatalkan dalam ${way.seconds} detik.`)
  const others = later.some(({ actor }) => actor !== null && actor.userId !== viewer.userId)
  if (way.beforeOthersAct && others)
    return refuse('undo-too-late', 'Pengampu yang baru sudah menindaklanjuti kasus ini.')
  if (way.alone && later.some(({ type }) => type === 'post-joined'))
    return refuse('undo-too-late', 'Kiriman lain sudah bergabung ke kasus ini.')
  if (heldByOther(current, viewer, now)) return held(current)
  return wasOvertaken(current, event, later)
    ? refuse('undo-too-late')
    : uncovers(current, event, viewer)
}

/** Something else was decided since about the same. */
const wasOvertaken = (current: Case, { data }: CaseEvent, later: CaseEvent[]): boolean => {
  const became = inOrder(data.became ?? {})
  const guarded = keysOf(became)
  if (JSON.stringify(frozen(current, guarded)) !== JSON.stringify(became)) return true
  const undone = new Set(later.map(({ data: { undoes } }) => undoes))
  const touched = later.filter(({ id }) => !undone.has(id)).flatMap((each) => keysOf(each.data.was))
  return guarded.some((field) => touched.includes(field))
}

const keysOf = (memory: CaseMemory | undefined): Field[] => Object.keys(memory ?? {}) as Field[]

/** JSON comes back from the database with its keys in another order. */
const inOrder = (memory: CaseMemory): CaseMemory =>
  Object.fromEntries(keysOf(memory).map((field) => [field, ordered(memory[field])]))

/** What became confidential stays so, unless the inspectorate says otherwise. */
const uncovers = (current: Case, { data }: CaseEvent, viewer: Viewer): Refusal | null =>
  current.confidential && data.was?.confidential === false && !viewer.roles.includes('inspectorate')
    ? refuse('confidential-category')
    : null

const restored = ({ type, data }: CaseEvent, viewer: Viewer, now: Date): Partial<Case> =>
  type === 'released' || type === 'skipped'
    ? { claim: leaseFor(viewer, now) }
    : thawed(data.was ?? {})

const ordered = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]))
}

/** Fields of a case as JSON keeps them: moments as text, keys in one order. */
const frozen = (current: Case, fields: Field[]): CaseMemory => {
  const plain: CaseMemory = JSON.parse(JSON.stringify(current))
  return Object.fromEntries(fields.map((field) => [field, ordered(plain[field])]))
}

const date = (text: string | null): Date | null => (text === null ? null : new Date(text))

const thawed = ({ endedAt, snooze, woken, ...rest }: CaseMemory) => ({
  ...rest,
  ...(endedAt === undefined ? {} : { endedAt: date(endedAt) }),
  ...(snooze === undefined ? {} : { snooze: snooze && thawedSnooze(snooze) }),
  ...(woken === undefined ? {} : { woken: woken && { ...woken, at: new Date(woken.at) } }),
})

const thawedSnooze = ({ since, until, ...rest }: NonNullable<CaseMemory['snooze']>): Snooze => ({
  ...rest,
  since: new Date(since),
  until: date(until),
})
