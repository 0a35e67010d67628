import { signal } from '@preact/signals'
import { countQueues } from '../api/cases.ts'
import type { QueueCount } from '../api/wire.ts'
import { calmly } from './calm.ts'
import { onLineReopened, onLiveEvent } from './live.ts'

/** The queues that the viewer has, in the order of the menu. */
export const queues = signal<QueueCount[]>([])

const refresh = async (): Promise<void> => {
  const answer = await countQueues()
  if (answer.kind === 'ok') queues.value = answer.body.queues
}

/** Counts follow the changes, at most every second and a half. */
export const keepCounts = (): (() => void) => {
  void refresh()
  const soon = calmly(1_500, refresh)
  const stops = [onLiveEvent(soon), onLineReopened(soon)]
  return () => {
    for (const stop of stops) stop()
  }
}
