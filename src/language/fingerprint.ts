/**
 * MinHash signature of a post's words, and its LSH bands: posts that share a band are candidates
 * for the same case. Source: A. Broder, "On the resemblance and containment of documents" (1997).
 */
import { hashText, mix } from './hash.ts'

export interface Fingerprint {
  /** `SIGNATURE_SIZE` minima over word shingles; empty for a text without words. */
  signature: number[]
  /** `BANDS` keys; equal keys say "look at each other", never "the same". */
  bands: string[]
}

const SIGNATURE_SIZE = 48
const BANDS = 16
const ROWS = SIGNATURE_SIZE / BANDS

/** Standard words of a post (places unmasked) → fingerprint. Same words, same fingerprint. */
export function fingerprint(words: string[]): Fingerprint {
  const shingles = shinglesOf(words)
  if (shingles.length === 0) return { signature: [], bands: [] }
  const signature = Array.from({ length: SIGNATURE_SIZE }, (_, seed) => minimum(shingles, seed))
  return { signature, bands: bandsOf(signature) }
}

/** Single words and pairs: short posts have too few longer shingles to be alike. */
function shinglesOf(words: string[]): number[] {
  const shingles = new Set<number>()
  for (let index = 0; index < words.length; index++) {
    shingles.add(hashText(words[index] as string))
    if (index > 0) shingles.add(hashText(`${words[index - 1]} ${words[index]}`))
  }
  return [...shingles]
}

function minimum(shingles: number[], seed: number): number {
  let least = 0xffffffff
  for (const shingle of shingles) {
    const value = mix(shingle, seed)
    if (value < least) least = value
  }
  return least
}

function bandsOf(signature: number[]): string[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = signature.slice(band * ROWS, (band + 1) * ROWS)
    return `${band}-${hashText(rows.join(',')).toString(36)}`
  })
}
