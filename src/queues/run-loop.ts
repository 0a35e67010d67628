import { withoutValues } from '../core/without-values.ts'
import type { RunningWorker, WorkerLog } from './run-worker.ts'

/**
 * Runs `step` again and again: at once while it says that more is waiting, else after `everyMs` or
 * when it is woken. A failing step is said and tried again; the loop itself never ends by itself.
 */
export const runLoop = (
  name: string,
  everyMs: number,
  step: () => Promise<boolean>,
  log: WorkerLog,
): RunningWorker & { wake(): void } => {
  let closing = false
  let woken = false
  let rouse: () => void = () => undefined

  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const once = async (): Promise<boolean> => {
    try {
      return await step()
    } catch (error) {
      if (!closing)
        log.warn(
          { loop: name, err: error instanceof Error ? withoutValues(error) : error },
          'a step failed and is tried again',
        )
      return false
    }
  }

  const run = async () => {
    while (!closing) {
      woken = false
      const more = await once()
      if (!more && !woken && !closing) await rest()
    }
  }
  const ended = run()

  return {
    wake: () => {
      woken = true
      rouse()
    },
    close: async () => {
      closing = true
      rouse()
      await ended
    },
  }
}
