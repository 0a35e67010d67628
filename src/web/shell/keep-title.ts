import { effect } from '@preact/signals'
import { openAlertCount } from '../state/alerts.ts'
import { arrivals } from '../state/queue-list.ts'

/** What waits is seen on the tab even while another one is in front. */
export const keepTitle = (): (() => void) =>
  effect(() => {
    const waiting = openAlertCount.value + arrivals.value.size
    document.title = waiting > 0 ? `(${waiting}) Tanggap` : 'Tanggap'
  })
