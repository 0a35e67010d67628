import type { Case } from '../core/case.ts'
import type { CaseDecision } from '../core/case-change.ts'
import type { ClockName } from '../core/case-clock.ts'
import { type CustodyDecision, type CustodyRecords, custodyChange } from '../core/custody-change.ts'
import { refuse } from '../core/errors.ts'
import { expire } from '../core/offer-answer.ts'
import { archiveSilent, closeConfirmed, closeUnanswered } from '../core/silent-reporter.ts'
import type { Clock } from '../ports/clock.ts'
import type { Custody, CustodyWork } from '../ports/custody.ts'
import { applyLaporMoves } from './import-lapor.ts'

export interface ExpiryPorts {
  clock: Clock
  custody: Custody
  custodyWork: CustodyWork
}

const CASES_AT_ONCE = 100

/**
 * What time brought about: offers that nobody answered, reporters who did not reply, solved cases
 * whose reporter did not object, silent ones that can come back no more; and what SP4N-LAPOR! or
 * another government told meanwhile. Each is decided again under the lock, by its clock.
 */
export const expireCustody = async (ports: ExpiryPorts): Promise<void> => {
  const now = ports.clock.now()
  for (const clock of WINDOWS)
    for (const caseId of await ports.custodyWork.passed(clock, now))
      await ports.custody.change(null, { by: 'system', caseId }, null, (current, records) =>
        AFTER[clock](current, records, now),
      )
  for (const caseId of await ports.custodyWork.toldByLapor(CASES_AT_ONCE))
    await applyLaporMoves(ports, caseId)
  await ports.custodyWork.hearNews(CASES_AT_ONCE)
}

type AtEnd = (current: Case, records: CustodyRecords, now: Date) => CustodyDecision

const alone = (decision: CaseDecision): CustodyDecision =>
  decision.kind === 'refused' ? decision : custodyChange([decision])

const AFTER = {
  offer: (_current, { offers }, now) => {
    const asked = offers.find(({ state }) => state === 'open')
    return asked ? expire(asked, now) : refuse('offer-closed')
  },
  reporter: (current, { clocks, targets }, now) =>
    alone(closeUnanswered(current, clocks, targets.reopening, now)),
  confirmation: (current, { clocks }, now) => alone(closeConfirmed(current, clocks, now)),
  reopening: (current, { clocks }, now) => alone(archiveSilent(current, clocks, now)),
} satisfies Partial<Record<ClockName, AtEnd>>

/** The windows whose end does something. */
const WINDOWS = Object.keys(AFTER) as (keyof typeof AFTER)[]
