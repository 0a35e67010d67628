/**
 * Each word is one object with a number, the same in all posts. Whoever works something out for a
 * word (its standard form, its root, its rows in a model) keeps it under that number, so that a word
 * of a post is looked up by its letters once, and not a dozen times.
 */
import { remembering } from './remember.ts'

export interface Word {
  /** -1: one too many, or too long, to be remembered. */
  id: number
  text: string
}

let known = 0

/** The word of these letters. */
export const wordOf: (text: string) => Word = remembering(
  (text) => ({ id: known++, text }),
  (text) => ({ id: -1, text }),
)

/** `work` of a word, worked out once. */
export function byWord<T>(work: (text: string) => T): (word: Word) => T {
  const memory: (T | undefined)[] = []
  return ({ id, text }) => {
    const remembered = memory[id]
    if (remembered !== undefined) return remembered
    const made = work(text)
    if (id >= 0) keep(memory, id, made)
    return made
  }
}

/** Without holes: an array with holes is a slow one. */
function keep<T>(memory: (T | undefined)[], id: number, made: T): void {
  while (memory.length <= id) memory.push(undefined)
  memory[id] = made
}
