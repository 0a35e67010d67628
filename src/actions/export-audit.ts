import { type AuditEntry, whyNoPeriod } from '../core/audit.ts'
import { type Refusal, refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { AuditFilter } from '../ports/audit.ts'
import type { Ports } from '../ports/ports.ts'

const PAGE = 100
/** One file that a desk still opens; a year of a busy province is taken month by month. */
const MOST = 50_000

/** The lines of the account of a period, oldest first; that they were taken is a line itself. */
export const exportAudit = async (
  { audit, clock }: Pick<Ports, 'audit' | 'clock'>,
  viewer: Viewer,
  filter: AuditFilter & { from: Date; to: Date },
): Promise<{ kind: 'exported'; entries: AuditEntry[] } | Refusal> => {
  const backwards = whyNoPeriod(filter)
  if (backwards) return backwards
  const entries: AuditEntry[] = []
  let cursor: string | undefined
  do {
    const page = await audit.list(viewer, { ...filter, cursor, limit: PAGE })
    if ('kind' in page) return page
    entries.push(...page.items)
    if (entries.length > MOST) return refuse('invalid-input', 'Pilih masa yang lebih pendek.')
    cursor = page.next ?? undefined
  } while (cursor)
  const { governmentId } = viewer
  const [from, to] = [filter.from.toISOString(), filter.to.toISOString()]
  const after = { ...filter, from, to, entries: entries.length }
  const line = { governmentId, at: clock.now(), act: 'audit.exported', subject: 'audit:export' }
  await audit.write([{ ...line, after }])
  return { kind: 'exported', entries: entries.reverse() }
}
