/**
 * Tells most words that are no name from those that may be one, without making a string of them: a
 * bit for the hash of each name (Bloom's filter with one hash, 8 % false alarms among 90,000 names).
 */
import { hashText } from './hash.ts'

export interface LetterSieve {
  /** False: no name has these letters, hashed one after another from `SIEVE_START`. */
  mayHold(hash: number): boolean
}

export const SIEVE_START = hashText('')

const BITS = 2 ** 20

export function createLetterSieve(names: Iterable<string>): LetterSieve {
  const bits = new Uint8Array(BITS / 8)
  for (const name of names) {
    const at = placeOf(hashText(name))
    bits[at >> 3] = (bits[at >> 3] as number) | (1 << (at & 7))
  }
  return {
    mayHold: (hash) => {
      const at = placeOf(hash)
      return ((bits[at >> 3] as number) & (1 << (at & 7))) !== 0
    },
  }
}

/** The low bits of such a hash are the last letters' alone. */
const placeOf = (hash: number) => (hash ^ (hash >>> 15)) & (BITS - 1)
