/**
 * Which words stand in the same posts more often than chance has it: positive pointwise mutual
 * information, K. Church, P. Hanks, "Word Association Norms", Computational Linguistics 16 (1990).
 */

/** Rows of a square matrix, each with its few columns. */
export interface Sparse {
  starts: Int32Array
  columns: Int32Array
  values: Float32Array
}

/** A post as numbers of words, each once, and how much it counts. */
export interface WordSet {
  words: number[]
  weight: number
}

/** A chance of 0.75 for the rare: O. Levy, Y. Goldberg, I. Dagan, TACL 3 (2015). */
const SMOOTHING = 0.75
/** Whoever writes eighty different words writes of everything. */
const MOST_WORDS = 80

/** @param size how many words there are */
export function neighboursOf(posts: WordSet[], size: number): Sparse {
  const heard = posts.filter(({ words }) => words.length > 1 && words.length <= MOST_WORDS)
  const where = postings(heard, size)
  const { own, chance } = marginals(heard, size)
  const starts = new Int32Array(size + 1)
  const columns: number[] = []
  const values: number[] = []
  const together = new Float64Array(size)
  for (let word = 0; word < size; word++) {
    for (const other of countTogether(word, where[word] as WordSet[], together)) {
      const count = together[other] as number
      together[other] = 0
      const surprise = Math.log(count / ((own[word] as number) * (chance[other] as number)))
      if (surprise <= 0) continue
      columns.push(other)
      // what was met once proves little
      values.push(surprise * Math.min(1, count))
    }
    starts[word + 1] = columns.length
  }
  return { starts, columns: Int32Array.from(columns), values: Float32Array.from(values) }
}

function postings(posts: WordSet[], size: number): WordSet[][] {
  const where: WordSet[][] = Array.from({ length: size }, () => [])
  for (const post of posts) for (const word of post.words) where[word]?.push(post)
  return where
}

/** Adds up who stands beside the word; returns whom it met. */
function countTogether(word: number, posts: WordSet[], together: Float64Array): number[] {
  const met: number[] = []
  for (const { words, weight } of posts) {
    const amount = weight / Math.sqrt(words.length)
    for (const other of words) {
      if (other === word) continue
      if (together[other] === 0) met.push(other)
      together[other] = (together[other] as number) + amount
    }
  }
  return met
}

function marginals(posts: WordSet[], size: number) {
  const own = new Float64Array(size)
  for (const { words, weight } of posts) {
    const amount = (weight * (words.length - 1)) / Math.sqrt(words.length)
    for (const word of words) own[word] = (own[word] as number) + amount
  }
  const smooth = own.map((count) => count ** SMOOTHING)
  const sum = smooth.reduce((total, count) => total + count, 0) || 1
  return { own, chance: smooth.map((count) => count / sum) }
}
