import { reopen } from '../core/case-rules.ts'
import { custodyChange } from '../core/custody-change.ts'
import type { Viewer } from '../core/roles.ts'
import { whyNotReopen } from '../core/silent-reporter.ts'
import type { CustodyChanged } from '../ports/custody.ts'
import type { Ports } from '../ports/ports.ts'
import type { SeenCase } from './change-case.ts'
import { changeCustody } from './custody-desk.ts'

/** An ended case goes back to work and says why; the citizen's clock goes on, a new answer is owed. */
export const reopenCase = (
  ports: Pick<Ports, 'custody' | 'clock'>,
  viewer: Viewer,
  seen: SeenCase,
  reason: string,
): Promise<CustodyChanged> =>
  changeCustody(ports, viewer, seen, (current, { clocks }, now) => {
    const decision = whyNotReopen(current, clocks, now) ?? reopen(current, reason)
    return decision.kind === 'refused' ? decision : custodyChange([decision])
  })
