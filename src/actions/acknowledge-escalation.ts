import { mayAcknowledge } from '../core/escalation.ts'
import type { Viewer } from '../core/roles.ts'
import type { Escalations } from '../ports/escalations.ts'
import type { Ports } from '../ports/ports.ts'

/** Whoever stands on the rung, or above it, says that they heard and what they do about it. */
export const acknowledgeEscalation = (
  { escalations }: Pick<Ports, 'escalations'>,
  viewer: Viewer,
  escalationId: string,
  reason: string,
): ReturnType<Escalations['acknowledge']> =>
  escalations.acknowledge(viewer, escalationId, reason, (about) => mayAcknowledge(viewer, about))
