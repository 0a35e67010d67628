/** Runs a little later, once, however often it was asked for meanwhile; never more than one at a time. */
export const calmly = (milliseconds: number, work: () => Promise<void>): (() => void) => {
  let waiting = false
  let busy = false
  let again = false

  const run = async () => {
    waiting = false
    busy = true
    await work()
    busy = false
    if (again) {
      again = false
      ask()
    }
  }

  const ask = () => {
    if (busy) again = true
    else if (!waiting) {
      waiting = true
      setTimeout(() => void run(), milliseconds)
    }
  }

  return ask
}
