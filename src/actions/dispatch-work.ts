import type { DeliveryWork, Escalation, PollWork } from '../ports/background-work.ts'
import type { Clock } from '../ports/clock.ts'
import type { Configurations } from '../ports/configurations.ts'
import type { JobPayloads, JobQueue } from '../ports/jobs.ts'
import type { PublishWork } from '../ports/publishing.ts'
import type { Snoozing } from '../ports/queue-work.ts'
import type { ReadingWork } from '../ports/reading.ts'
import { type ExpiryPorts, expireCustody } from './expire-custody.ts'

export interface DispatchPorts extends ExpiryPorts {
  clock: Clock
  configurations: Configurations
  deliveryWork: DeliveryWork
  escalation: Escalation
  jobs: JobQueue
  pollWork: PollWork
  publishWork: PublishWork
  readingWork: ReadingWork
  snoozing: Snoozing
}

/** Posts of one job. */
const BATCH = 100
const BATCHES_AT_ONCE = 10
const POLLS_AT_ONCE = 20
const SUSPECTS_AT_ONCE = 50
const DELIVERIES_AT_ONCE = 50
/** Few at a time: a viral case has thousands of reporters, and platforms count our replies. */
const REPLIES_AT_ONCE = 20
/** Sources are not asked for more while this many posts wait to be read. */
const TOO_MANY_UNREAD_SECONDS = 300

const batches = (ids: string[]): JobPayloads['read-posts'][] =>
  Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) => ({
    postIds: ids.slice(at * BATCH, (at + 1) * BATCH),
  }))

const tellReaders = async ({ jobs, readingWork }: DispatchPorts): Promise<boolean> => {
  const waiting = await readingWork.takeWaiting(BATCH * BATCHES_AT_ONCE)
  await jobs.add('read-posts', batches(waiting))
  const suspects = await readingWork.takeSuspects(SUSPECTS_AT_ONCE)
  await jobs.add(
    'read-suspects',
    suspects.map((id) => ({ postIds: [id] })),
  )
  return waiting.length === BATCH * BATCHES_AT_ONCE
}

const tellPollers = async ({ jobs, pollWork, readingWork }: DispatchPorts): Promise<void> => {
  const age = await readingWork.oldestWaiting()
  if (age !== null && age > TOO_MANY_UNREAD_SECONDS) return
  const due = await pollWork.takeDue(POLLS_AT_ONCE)
  await jobs.add(
    'poll-source',
    due.map((sourceId) => ({ sourceId })),
  )
}

const tellMessengers = async ({ deliveryWork, jobs }: DispatchPorts): Promise<void> => {
  const due = await deliveryWork.takeDue(DELIVERIES_AT_ONCE)
  await jobs.add(
    'deliver-alert',
    due.map((deliveryId) => ({ deliveryId })),
  )
}

const tellSpeakers = async ({
  configurations,
  jobs,
  publishWork,
}: DispatchPorts): Promise<void> => {
  const governments = (await configurations.current())?.governments ?? []
  const generous = governments.filter(({ lateComers }) => lateComers === 'auto')
  if (generous.length > 0) await publishWork.greetLateComers(generous.map(({ id }) => id))
  const due = await publishWork.takeDue(REPLIES_AT_ONCE)
  await jobs.add(
    'publish-answer',
    due.map((targetId) => ({ targetId })),
  )
}

/** Rungs whose moment has come are climbed, and told where somebody may be woken. */
export const climbLadder = async ({
  clock,
  escalation,
}: Pick<DispatchPorts, 'clock' | 'escalation'>): Promise<void> => {
  const now = clock.now()
  await escalation.climb(now)
  await escalation.tell(now)
}

/**
 * Looks into Postgres for work and tells the queue. It is dispatcher and reconciler in one: what
 * an emptied queue forgot is found again, and several of them at once do not tell twice.
 * Returns true where more work waits than was told.
 */
export const dispatchWork = async (ports: DispatchPorts): Promise<boolean> => {
  const more = await tellReaders(ports)
  await tellPollers(ports)
  await tellMessengers(ports)
  await tellSpeakers(ports)
  await climbLadder(ports)
  await ports.snoozing.wakeDue(ports.clock.now())
  await expireCustody(ports)
  return more
}
