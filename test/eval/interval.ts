/** How far a measured number may be from the true one. All intervals are 95 %. */

const Z = 1.96

export interface Interval {
  low: number
  high: number
}

/** Wilson's interval of a share: honest also near 0 and 1 and for few posts. */
export function wilson(hits: number, n: number): Interval {
  if (n === 0) return { low: 0, high: 1 }
  const share = hits / n
  const square = (Z * Z) / n
  const middle = (share + square / 2) / (1 + square)
  const reach = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n))
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) }
}

/** The same posts read twice: of how much more are right, and between which bounds. */
export function pairedGain(before: boolean[], after: boolean[]): Interval & { gain: number } {
  const n = before.length
  const changes: number[] = before.map((right, at) => Number(after[at]) - Number(right))
  const gain = sum(changes) / n
  const spread = Math.sqrt(Math.max(0, sum(changes.map((each) => each * each)) / n - gain * gain))
  const reach = (Z * spread) / Math.sqrt(n)
  return { gain, low: gain - reach, high: gain + reach }
}

/** For a number that is no share (macro-F1): what 200 drawings with replacement give. */
export function bootstrap<T>(list: T[], measure: (drawn: T[]) => number): Interval {
  const random = generator(7)
  const draw = () => list.map(() => list[Math.floor(random() * list.length)] as T)
  const values = Array.from({ length: 200 }, () => measure(draw())).sort((a, b) => a - b)
  return { low: values[4] as number, high: values[195] as number }
}

/** Always the same numbers for the same seed, so that two runs can be compared. */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = generator(seed)
  const keyed = list.map((value) => ({ value, key: random() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value)
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
