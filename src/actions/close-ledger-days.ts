import { daysToClose, localDay } from '../core/office-day.ts'
import type { Ledger } from '../ports/ledger.ts'
import type { Ports } from '../ports/ports.ts'

/** After a long time off the days come in batches: the next look takes the next ones. */
const MOST_DAYS = 92

/**
 * Each government's day is kept once it is over there: its list of silence can be shown for ever. A
 * day that ended while the installation was off is kept at the next look, as it was when it ended.
 */
export const closeLedgerDays = async ({
  clock,
  configurations,
  ledger,
}: Pick<Ports, 'clock' | 'configurations'> & { ledger: Ledger }): Promise<void> => {
  const now = clock.now()
  for (const { id, timezone } of (await configurations.current())?.governments ?? []) {
    const today = localDay(now, timezone)
    for (const day of daysToClose(await ledger.lastDay(id), today, MOST_DAYS))
      await ledger.closeDay(id, day, now)
  }
}
