import type { Events } from '../ports.ts'

export type Heard = 'rung' | 'settled' | 'quiet'

/** Wakes a stream when something was committed. A ring while nobody waits is not lost. */
export const createBell = (events: Events, signal: AbortSignal) => {
  let rung = false
  let settling = false
  let wake = () => {}
  const ring = () => {
    rung = true
    wake()
  }
  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const unsubscribe = events.subscribe(ring)
  signal.addEventListener('abort', ring)

  return {
    /** After a ring the next wait is short: the change may become visible a moment later. */
    wait: async (pace: { heartbeatMs: number; settleMs: number }): Promise<Heard> => {
      const silence = settling ? 'settled' : 'quiet'
      if (!rung) await sleep(settling ? pace.settleMs : pace.heartbeatMs)
      const heard = rung ? 'rung' : silence
      settling = rung
      rung = false
      return heard
    },
    close: () => {
      unsubscribe()
      signal.removeEventListener('abort', ring)
    },
  }
}
