import { setTimeout as sleep } from 'node:timers/promises'

/** Looks until it is so; the last look says what was there instead. */
export const eventually = async <T>(
  look: () => Promise<T>,
  isSo: (seen: T) => boolean,
  withinMs = 15_000,
): Promise<T> => {
  const end = Date.now() + withinMs
  for (;;) {
    const seen = await look()
    if (isSo(seen)) return seen
    if (Date.now() > end) throw new Error(`not so in time: ${JSON.stringify(seen)}`)
    await sleep(100)
  }
}
