import type { Case } from '../core/case.ts'
import type { Viewer } from '../core/roles.ts'
import type { CaseFilter } from '../ports/cases.ts'
import type { Ports } from '../ports/ports.ts'

/** A year of a big province fits; an endless download does not. */
const EXPORTED_AT_MOST = 100_000

/** Who took a list out of the house, and which. What was searched for may be somebody's name. */
export const tellExport = (
  { audit, clock }: Pick<Ports, 'audit' | 'clock'>,
  { governmentId }: Viewer,
  { q, ...filter }: { q?: string | undefined; queue: string },
): Promise<void> =>
  audit.write([
    {
      governmentId,
      at: clock.now(),
      act: 'cases.exported',
      subject: `queue:${filter.queue}`,
      after: { ...filter, searched: q !== undefined },
    },
  ])

/** The cases of a queue one by one, in the order and with the sight of the viewer's own list. */
export async function* exportQueue(
  { cases }: Pick<Ports, 'cases'>,
  viewer: Viewer,
  filter: Omit<CaseFilter, 'cursor' | 'limit'>,
): AsyncGenerator<Case> {
  let count = 0
  for await (const row of cases.export(viewer, { ...filter, limit: 100 })) {
    yield row
    if (++count >= EXPORTED_AT_MOST) return
  }
}
