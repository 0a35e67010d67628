import { read, write } from './request.ts'
import type { Alert } from './wire.ts'

export const listOpenAlerts = () => read<{ items: Alert[] }>('/api/alerts?open=true')

export const acknowledgeAlert = (alertId: string) =>
  write<{ alert: Alert }>('POST', `/api/alerts/${alertId}/acknowledge`)
