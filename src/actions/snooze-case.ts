import type { Viewer } from '../core/roles.ts'
import { type SnoozeWish, snooze, snoozeAgain } from '../core/snooze.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

/** Puts a case off; null: once more as the last time. */
export const snoozeCase = (
  ports: CasePorts,
  viewer: Viewer,
  seen: SeenCase,
  wish: SnoozeWish | null,
): Promise<CaseChanged> =>
  changeCase(ports, viewer, seen, (current, now) =>
    wish ? snooze(current, viewer, now, wish) : snoozeAgain(current, viewer, now),
  )
