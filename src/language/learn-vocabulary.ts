/** Which features get a row of the model, and how rare they are. */
import type { Features } from './features.ts'
import { buildVocabulary, type Vocabulary } from './vocabulary.ts'

/** Rows for features seen in at least `least` documents, the commonest first, `most` at most. */
export function learnVocabulary(
  documents: Features[],
  least: number,
  most: number,
): { vocabulary: Vocabulary; idf: Float32Array; size: number } {
  const seen = countDocuments(documents)
  const rows = commonest(seen, least).subarray(0, most)
  const hashes = Array.from(rows, (key) => key % HASHES)
  const countOf = (key: number) => MOST_COUNTED - Math.floor(key / HASHES)
  const idf = Float32Array.from(rows, (key) => 1 + Math.log(documents.length / countOf(key)))
  return { vocabulary: buildVocabulary(hashes), idf, size: rows.length }
}

/** Hash → in how many documents: open addressing; 0 is a free slot, and the feature of that hash lost. */
interface Seen {
  hashes: Uint32Array
  counts: Uint32Array
  /** The last document that had it, from 1 on. */
  last: Uint32Array
  used: number
}

const seenOf = (size: number): Seen => ({
  hashes: new Uint32Array(size),
  counts: new Uint32Array(size),
  last: new Uint32Array(size),
  used: 0,
})

const FIRST_SIZE = 2 ** 16

function countDocuments(documents: Features[]): Seen {
  let seen = seenOf(FIRST_SIZE)
  documents.forEach(({ words, grams, marks }, index) => {
    for (const block of [words, grams, marks]) {
      if ((seen.used + block.length) * 2 > seen.hashes.length) seen = roomier(seen, block.length)
      for (const hash of block) countOnce(seen, hash, index + 1)
    }
  })
  return seen
}

function slotOf({ hashes }: Seen, hash: number): number {
  const mask = hashes.length - 1
  let slot = (hash ^ (hash >>> 15)) & mask
  while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask
  return slot
}

function countOnce(seen: Seen, hash: number, document: number): void {
  const slot = slotOf(seen, hash)
  if (seen.last[slot] === document) return
  if (seen.hashes[slot] === 0) seen.used++
  seen.hashes[slot] = hash
  seen.last[slot] = document
  seen.counts[slot] = (seen.counts[slot] as number) + 1
}

/** Half empty again, after `more`. */
function roomier(seen: Seen, more: number): Seen {
  let size = seen.hashes.length
  while ((seen.used + more) * 2 > size) size *= 2
  const larger = seenOf(size)
  larger.used = seen.used
  seen.hashes.forEach((hash, from) => {
    if (hash === 0) return
    const slot = slotOf(larger, hash)
    larger.hashes[slot] = hash
    larger.counts[slot] = seen.counts[from] as number
    larger.last[slot] = seen.last[from] as number
  })
  return larger
}

const HASHES = 2 ** 32
const MOST_COUNTED = 2 ** 20

/** Rarity and hash in one number each, so that they sort as numbers: a tenth of the time. */
function commonest({ hashes, counts }: Seen, least: number): Float64Array {
  const keys: number[] = []
  counts.forEach((count, slot) => {
    if (count >= least) keys.push((MOST_COUNTED - count) * HASHES + (hashes[slot] as number))
  })
  return Float64Array.from(keys).sort()
}
