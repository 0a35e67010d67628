import type { Viewer } from '../core/roles.ts'
import type { Alerts } from '../ports/alerts.ts'
import type { Ports } from '../ports/ports.ts'

type Acknowledged = Awaited<ReturnType<Alerts['acknowledge']>>

/** Somebody has seen it: the alert stops asking. */
export const acknowledgeAlert = (
  { alerts }: Pick<Ports, 'alerts'>,
  viewer: Viewer,
  alertId: string,
): Promise<Acknowledged> => alerts.acknowledge(viewer, alertId, 'console')

/** From the one-time link of a message, at two in the morning, without signing in. */
export const acknowledgeByLink = (
  { alerts }: Pick<Ports, 'alerts'>,
  token: string,
): ReturnType<Alerts['acknowledgeByToken']> => alerts.acknowledgeByToken(token, 'link')
