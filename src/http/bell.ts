import type { Events } from '../ports/events.ts'

export type Heard = 'rung' | 'settled' | 'quiet'

/** Wakes a stream when something was committed. A ring while nobody waits is not lost. */
export const createBell = (events: Events, signal: AbortSignal) => {
  let rung = false
  /** Until the next look after a ring; 0 where nothing has to settle. */
  let pause = 0
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
    /**
     * After a ring the next waits are short and grow: the change becomes visible only when every
     * transaction that was open is over, and a whole batch of posts takes seconds.
     */
    wait: async (pace: { heartbeatMs: number; settleMs: number }): Promise<Heard> => {
      const silence = pause > 0 ? 'settled' : 'quiet'
      if (!rung) await sleep(pause > 0 ? pause : pace.heartbeatMs)
      const heard = rung ? 'rung' : silence
      pause = rung ? pace.settleMs : doubled(pause, pace.heartbeatMs)
      rung = false
      return heard
    },
    close: () => {
      unsubscribe()
      signal.removeEventListener('abort', ring)
    },
  }
}

/** 0 once the heartbeat comes as soon. */
const doubled = (pause: number, most: number): number => (pause * 2 < most ? pause * 2 : 0)
