import { computed, signal } from '@preact/signals'
import { acknowledgeAlert, listOpenAlerts } from '../api/alerts.ts'
import { sentenceOf } from '../api/request.ts'
import type { Alert, LiveEvent } from '../api/wire.ts'
import { calmly } from './calm.ts'
import { onLineReopened, onLiveEvent } from './live.ts'
import { notify, whisper } from './notices.ts'
import { may } from './session.ts'

export const alerts = signal<Alert[]>([])
export const openAlertCount = computed(() => alerts.value.length)

const refresh = async (): Promise<void> => {
  const answer = await listOpenAlerts()
  if (answer.kind === 'ok') alerts.value = answer.body.items
}

export const keepAlerts = (): (() => void) => {
  if (!may('alert:read')) return () => undefined
  void refresh()
  const soon = calmly(300, refresh)
  const hear = ({ type, code }: LiveEvent) => {
    if (type !== 'alert-raised' && type !== 'alert-acknowledged') return
    if (type === 'alert-raised') whisper.value = `Peringatan baru: ${code}`
    soon()
  }
  const stops = [onLiveEvent(hear), onLineReopened(soon)]
  return () => {
    for (const stop of stops) stop()
  }
}

export const acknowledge = async (alert: Alert): Promise<void> => {
  alerts.value = alerts.value.filter(({ id }) => id !== alert.id)
  const answer = await acknowledgeAlert(alert.id)
  if (answer.kind === 'ok') return notify('done', `Peringatan ${alert.caseCode} diterima.`)
  notify('refused', sentenceOf(answer.problem))
  await refresh()
}
