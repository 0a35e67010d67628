import { dayBefore, localDay } from '../core/office-day.ts'
import type { Ledger } from '../ports/ledger.ts'
import type { Ports } from '../ports/ports.ts'

/** Each government's day is kept once it is over there: its list of silence can be shown for ever. */
export const closeLedgerDays = async ({
  clock,
  configurations,
  ledger,
}: Pick<Ports, 'clock' | 'configurations'> & { ledger: Ledger }): Promise<void> => {
  const now = clock.now()
  for (const { id, timezone } of (await configurations.current())?.governments ?? [])
    await ledger.closeDay(id, dayBefore(localDay(now, timezone)), now)
}
