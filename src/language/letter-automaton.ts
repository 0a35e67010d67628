/**
 * Hears many words and phrases in one pass over the letters of a text, however many they are:
 * A. V. Aho, M. J. Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18
 * (1975). What to do where a literal breaks off is worked out beforehand, so that each letter costs
 * one look into a table.
 */

export interface Literal {
  /** In lower case, not empty. */
  text: string
  /** Heard only where no word goes on at its ends, as between two `\b` of a pattern. */
  whole: boolean
}

/** A text in lower case → the number of each literal that stands in it, as often as it does. */
export type LetterAutomaton = (text: string, heard: (literal: number) => void) => void

export function createLetterAutomaton(literals: readonly Literal[]): LetterAutomaton {
  const columns = columnsOf(literals)
  const trie = trieOf(literals, columns)
  linkFailures(trie)
  const { width, ending } = trie
  const next = Int32Array.from(trie.next)
  return (text, heard) => {
    let state = 0
    for (let at = 0; at < text.length; at++) {
      state = next[state * width + (columns[text.charCodeAt(at)] as number)] as number
      const found = ending[state] as number[]
      for (let each = 0; each < found.length; each++) {
        const literal = found[each] as number
        if (fits(literals[literal] as Literal, text, at + 1)) heard(literal)
      }
    }
  }
}

/** UTF-16 unit → its column in the table; 0: no literal has it. */
function columnsOf(literals: readonly Literal[]): Uint8Array {
  const columns = new Uint8Array(2 ** 16)
  let known = 0
  for (const { text } of literals)
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (columns[unit] === 0) columns[unit] = ++known
    }
  return columns
}

interface Trie {
  width: number
  /** State after a state and a column, row after row; 0 is the beginning. */
  next: number[]
  /** Literals that end in each state. */
  ending: number[][]
}

function trieOf(literals: readonly Literal[], columns: Uint8Array): Trie {
  const width = Math.max(...columns) + 1
  const trie: Trie = { width, next: [], ending: [] }
  addState(trie)
  literals.forEach(({ text }, literal) => {
    let state = 0
    for (let at = 0; at < text.length; at++) {
      const place = state * width + (columns[text.charCodeAt(at)] as number)
      if (trie.next[place] === 0) trie.next[place] = addState(trie)
      state = trie.next[place] as number
    }
    trie.ending[state]?.push(literal)
  })
  return trie
}

function addState({ width, next, ending }: Trie): number {
  for (let column = 0; column < width; column++) next.push(0)
  return ending.push([]) - 1
}

/** Breadth first: where a state has no way on, it takes that of its longest end that is known. */
function linkFailures({ width, next, ending }: Trie): void {
  const failures = ending.map(() => 0)
  const waiting = [0]
  for (const state of waiting) {
    const failure = failures[state] as number
    for (let column = 0; column < width; column++) {
      const after = next[state * width + column] as number
      const otherwise = state === 0 ? 0 : (next[failure * width + column] as number)
      if (after === 0) {
        next[state * width + column] = otherwise
      } else {
        failures[after] = otherwise
        ending[after]?.push(...(ending[otherwise] as number[]))
        waiting.push(after)
      }
    }
  }
}

function fits({ text: literal, whole }: Literal, text: string, end: number): boolean {
  return !whole || (isEdge(text, end - literal.length) && isEdge(text, end))
}

/** What `\b` says: a letter of a word on one side only. */
const isEdge = (text: string, at: number) => isOfWord(text, at - 1) !== isOfWord(text, at)

const OF_WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  /\w/.test(String.fromCharCode(code)) ? 1 : 0,
)

const isOfWord = (text: string, at: number) => OF_WORD[text.charCodeAt(at)] === 1
