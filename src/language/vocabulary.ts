/** Which row of a model belongs to a feature: a table of hashes without collisions. */

/** Open addressing: `slots[i]` is a hash (0 = free), `rows[i]` the feature's row. */
export interface Vocabulary {
  slots: Uint32Array
  rows: Int32Array
}

/** Hashes → rows in order; at most half full, so that a miss ends soon. */
export function buildVocabulary(hashes: number[]): Vocabulary {
  const size = 2 ** Math.ceil(Math.log2(Math.max(hashes.length, 1) * 2 + 1))
  const slots = new Uint32Array(size)
  const rows = new Int32Array(size)
  hashes.forEach((hash, row) => {
    const wanted = hash || 1
    let slot = wanted & (size - 1)
    while (slots[slot] !== 0 && slots[slot] !== wanted) slot = (slot + 1) & (size - 1)
    slots[slot] = wanted
    rows[slot] = row
  })
  return { slots, rows }
}

/** Row of a feature hash, or -1. */
export function rowOf({ slots, rows }: Vocabulary, hash: number): number {
  const mask = slots.length - 1
  const wanted = hash || 1
  for (let slot = wanted & mask; ; slot = (slot + 1) & mask) {
    const found = slots[slot] as number
    if (found === wanted) return rows[slot] as number
    if (found === 0) return -1
  }
}
