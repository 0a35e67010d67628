import { hash, verify } from '@node-rs/argon2'
import type { Passwords } from '../ports/people.ts'

/** argon2id, 19 MiB, two passes (OWASP's first choice). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const AT_ONCE = 2

/** Hashing is memory-hungry: a flood of sign-ins must queue, not fill the machine. */
const createGate = (places: number) => {
  const waiting: (() => void)[] = []
  let free = places
  const enter = () =>
    free > 0 ? Promise.resolve(void free--) : new Promise<void>((go) => waiting.push(go))
  const leave = () => {
    const go = waiting.shift()
    if (go) go()
    else free++
  }
  return async <T>(work: () => Promise<T>): Promise<T> => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}

export const createPasswords = (): Passwords => {
  const through = createGate(AT_ONCE)
  return {
    hash: (password) => through(() => hash(password, COST)),
    verify: (stored, password) => through(() => verify(stored, password)),
  }
}
