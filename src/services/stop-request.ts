/** Somebody wants the program to end: once politely, twice at once, three times never mind what. */
export type StopRequest = {
  asked: Promise<void>
  forced: Promise<void>
  isAsked(): boolean
  ask(): void
}

/** npm passes on the Ctrl-C that the terminal has already sent to everybody: that is one, not two. */
const SAME_WISH_MS = 1_000

export function listenForStop(giveUp: () => void): StopRequest {
  let times = 0
  let last = 0
  let resolveAsked = () => {}
  let resolveForced = () => {}
  const asked = new Promise<void>((done) => {
    resolveAsked = done
  })
  const forced = new Promise<void>((done) => {
    resolveForced = done
  })
  const ask = () => {
    if (times > 0 && Date.now() - last < SAME_WISH_MS) return
    last = Date.now()
    times += 1
    if (times === 1) resolveAsked()
    else if (times === 2) resolveForced()
    else giveUp()
  }
  process.on('SIGINT', ask).on('SIGTERM', ask).on('SIGHUP', ask)
  return { asked, forced, isAsked: () => times > 0, ask }
}
