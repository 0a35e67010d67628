import { expire } from '../core/custody.ts'
import { custodyChange } from '../core/custody-change.ts'
import { refuse } from '../core/errors.ts'
import { offerDue } from '../core/offer.ts'
import { closeConfirmed, closeUnanswered, replyDue } from '../core/reporter-rules.ts'
import { createWorkingTime, type WorkingTime } from '../core/working-time.ts'
import type { Clock } from '../ports/clock.ts'
import type { Configurations } from '../ports/configurations.ts'
import type { Custody, CustodyWork } from '../ports/custody.ts'
import { applyLaporMoves } from './import-lapor.ts'

export interface ExpiryPorts {
  clock: Clock
  configurations: Configurations
  custody: Custody
  custodyWork: CustodyWork
}

const CASES_AT_ONCE = 100

/**
 * What time brought about: offers that nobody answered, reporters who did not reply, solved cases
 * whose reporter did not object, and what
 * SP4N-LAPOR! told of reports that were read meanwhile. Each is decided again under the lock.
 */
export const expireCustody = async (ports: ExpiryPorts): Promise<void> => {
  const workingOf = await workingTimes(ports)
  await expireOffers(ports, workingOf)
  await closeSilent(ports, workingOf)
  await closeSolved(ports)
  for (const caseId of await ports.custodyWork.toldByLapor(CASES_AT_ONCE))
    await applyLaporMoves(ports, caseId)
}

type WorkingOf = (governmentId: string) => WorkingTime | null

const workingTimes = async ({ configurations }: ExpiryPorts): Promise<WorkingOf> => {
  const configuration = await configurations.current()
  const made = new Map<string, WorkingTime>()
  for (const { id, timezone, calendar } of configuration?.governments ?? [])
    made.set(id, createWorkingTime(configuration?.calendars ?? [], timezone, calendar))
  return (governmentId) => made.get(governmentId) ?? null
}

const expireOffers = async (ports: ExpiryPorts, workingOf: WorkingOf): Promise<void> => {
  const now = ports.clock.now()
  for (const {
    id,
    caseId,
    governmentId,
    toGovernmentId,
    offeredAt,
  } of await ports.custodyWork.unanswered()) {
    const working = workingOf(toGovernmentId ?? governmentId)
    if (!working || now <= offerDue({ offeredAt }, working)) continue
    await ports.custody.change(null, { by: 'system', caseId }, null, (_current, { offers }) => {
      const asked = offers.find((each) => each.id === id)
      return asked ? expire(asked, now, working) : refuse('not-found')
    })
  }
}

const closeSilent = async (ports: ExpiryPorts, workingOf: WorkingOf): Promise<void> => {
  const now = ports.clock.now()
  for (const { caseId, governmentId, askedAt } of await ports.custodyWork.waitingForReporter()) {
    const working = workingOf(governmentId)
    if (!working || now <= replyDue(askedAt, working)) continue
    await ports.custody.change(null, { by: 'system', caseId }, null, (current) => {
      const decision = closeUnanswered(current, askedAt, now, working)
      return decision.kind === 'refused' ? decision : custodyChange([decision])
    })
  }
}

const closeSolved = async (ports: ExpiryPorts): Promise<void> => {
  for (const caseId of await ports.custodyWork.confirmed(ports.clock.now()))
    await ports.custody.change(null, { by: 'system', caseId }, null, (current) => {
      const decision = closeConfirmed(current)
      return decision.kind === 'refused' ? decision : custodyChange([decision])
    })
}
