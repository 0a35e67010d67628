import { headText } from '../core/audit.ts'
import type { Audit } from '../ports/audit.ts'
import type { Clock } from '../ports/clock.ts'
import type { Gauge } from '../ports/health.ts'
import type { Ledger, LedgerSum } from '../ports/ledger.ts'

export interface Warning {
  ok: boolean
  says: string
}

const totalOf = ({ outcomes }: LedgerSum): number =>
  Object.values(outcomes).reduce((sum, n) => sum + n, 0)

/** Came in, less what stands in a stated place: anything but 0 is a post that was lost. */
const missingOf = (sum: LedgerSum): number => sum.ingested - totalOf(sum)

export const ledgerGauges = (sums: LedgerSum[]): Gauge[] =>
  sums.flatMap((sum) => [
    ...Object.entries(sum.outcomes).map(([outcome, value]) => ({
      name: 'ledger_posts',
      help: 'Posts by where they stand in the silence ledger',
      value,
      labels: { government: sum.governmentId, outcome },
    })),
    {
      name: 'ledger_missing_posts',
      help: 'Posts that came in and stand nowhere: 0, or something was lost',
      value: missingOf(sum),
      labels: { government: sum.governmentId },
    },
  ])

/** Counting all posts takes a while, and anybody may ask for our health. */
const COUNTED_ANEW_MS = 10 * 60_000

/** Says whether what came in adds up. */
export const ledgerWarning = (ledger: Ledger, clock: Clock): (() => Promise<Warning>) => {
  let known: { at: number; warning: Promise<Warning> } | null = null
  const count = async (): Promise<Warning> => {
    const missing = (await ledger.sums()).reduce((sum, one) => sum + Math.abs(missingOf(one)), 0)
    if (missing === 0) return { ok: true, says: 'semua kiriman tercatat nasibnya' }
    return { ok: false, says: `selisih ${missing} kiriman: masuk tetapi tidak tercatat nasibnya` }
  }
  return () => {
    const at = clock.now().getTime()
    if (!known || at - known.at > COUNTED_ANEW_MS) known = { at, warning: count() }
    known.warning.catch(() => {
      known = null
    })
    return known.warning
  }
}

/** The sealer looks every ten seconds; a long transaction may hold it up for a while. */
const UNSEALED_TOO_LONG_MS = 15 * 60_000

/** Where the chain ends, and whether somebody seals. */
export const auditWarning = async (audit: Audit, clock: Clock): Promise<Warning> => {
  const { head, open, oldestOpen } = await audit.standing()
  const waits = oldestOpen ? clock.now().getTime() - oldestOpen.getTime() : 0
  const end = head ? `ujung rantai ${headText(head)}` : 'belum ada segel'
  return { ok: waits <= UNSEALED_TOO_LONG_MS, says: `${end}, ${open} belum tersegel` }
}
