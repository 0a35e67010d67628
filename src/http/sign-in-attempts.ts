/** Attempts to guess one person's password, counted since the last success. */
export interface SignInAttempts {
  /** Counts one more; false once there were too many. */
  mayTry(username: string, address: string, now: Date): boolean
  succeeded(username: string, address: string): void
}

const WINDOW_MS = 5 * 60_000
/** From one address, and from all: a stranger's guesses must not easily lock out the owner. */
const PER_PAIR = 8
const PER_NAME = 60
const REMEMBERED = 20_000

export const createSignInAttempts = (): SignInAttempts => {
  const counts = new Map<string, { count: number; until: number }>()
  const add = (key: string, now: number): number => {
    const known = counts.get(key)
    const entry = known && known.until > now ? known : { count: 0, until: now + WINDOW_MS }
    entry.count++
    counts.delete(key)
    counts.set(key, entry)
    // The oldest are forgotten first: a flood of names must not fill the memory.
    if (counts.size > REMEMBERED) counts.delete(counts.keys().next().value ?? key)
    return entry.count
  }
  return {
    mayTry: (username, address, now) => {
      const time = now.getTime()
      const pair = add(`${username}\n${address}`, time)
      return pair <= PER_PAIR && add(username, time) <= PER_NAME
    },
    succeeded: (username, address) => {
      counts.delete(`${username}\n${address}`)
      counts.delete(username)
    },
  }
}
