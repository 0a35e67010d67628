/** What each word's meaning spoke for: its part of the meaning of the whole post. */
import { isRoot, rootHash } from './features.ts'
import { addMeanings, MEANING_WIDTH, type Meanings } from './meanings.ts'

/**
 * @param stems roots of the words of a stream, in order
 * @param lead how far each number of a meaning speaks for one label against another
 * @returns a share for each word; they add up to what the meaning of the post says
 */
export function nearnessOf(
  meanings: Meanings,
  stems: string[],
  lead: (at: number) => number,
): Float64Array {
  const times = new Map<string, number>()
  for (const stem of stems) if (isRoot(stem)) times.set(stem, (times.get(stem) ?? 0) + 1)
  const whole = new Float32Array(MEANING_WIDTH)
  addMeanings(meanings, Uint32Array.from(times.keys(), rootHash), whole)
  const length = Math.hypot(...whole) || 1
  const leads = whole.map((_, at) => lead(at))
  const shares = new Map<string, number>()
  for (const [stem, count] of times) {
    const own = new Float32Array(MEANING_WIDTH)
    addMeanings(meanings, Uint32Array.of(rootHash(stem)), own)
    const said = own.reduce((sum, value, at) => sum + value * (leads[at] as number), 0)
    shares.set(stem, said / (length * count))
  }
  return Float64Array.from(stems, (stem) => shares.get(stem) ?? 0)
}
