/**
 * The word that stands in a text from here to there, found by its letters where they stand: no part
 * of the text is cut out for a spelling that was met before, and most were.
 */
import { type Word, wordOf } from './words.ts'

export interface Spelling {
  /** As written. */
  raw: string
  /** In lower case. */
  word: Word
}

/** Open addressing, half full at most. */
const SLOTS = 2 ** 17
const MOST = SLOTS / 2
/** No word that comes again is longer. */
const LONGEST = 40

const known: Spelling[] = []
/** Number of the spelling in `known`, from 1 on; 0: free. */
const slots = new Int32Array(SLOTS)
const hashes = new Int32Array(SLOTS)

export function spellingIn(text: string, from: number, to: number): Spelling {
  if (to - from > LONGEST) return spelled(text.slice(from, to))
  const hash = hashIn(text, from, to)
  let slot = hash & (SLOTS - 1)
  for (; slots[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
    if (hashes[slot] !== hash) continue
    const spelling = known[(slots[slot] as number) - 1] as Spelling
    if (stands(spelling.raw, text, from, to)) return spelling
  }
  return keep(slot, hash, spelled(text.slice(from, to)))
}

function keep(slot: number, hash: number, spelling: Spelling): Spelling {
  if (known.length >= MOST) return spelling
  slots[slot] = known.push(spelling)
  hashes[slot] = hash
  return spelling
}

const spelled = (raw: string): Spelling => ({ raw, word: wordOf(raw.toLowerCase()) })

const stands = (raw: string, text: string, from: number, to: number) =>
  raw.length === to - from && text.startsWith(raw, from)

function hashIn(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}
