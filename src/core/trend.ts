/**
 * When a case heats up. Counts unique authors, so that one loud account is no trend; judged by
 * arrivals known at that moment, never by hindsight.
 */
export type Heat = 'calm' | 'waspada' | 'siaga' | 'viral'

const HOUR_MS = 3_600_000
const SHORT_HOURS = 6
const LONG_HOURS = 24
const WASPADA_AUTHORS = 3
/** Below this many reporters a case cannot be a burst. */
export const SIAGA_AUTHORS = 8
const VIRAL_AUTHORS = 25

/** How far back arrivals matter at all. */
export const HEAT_WINDOW_MS = LONG_HOURS * HOUR_MS

const within = (arrivals: Date[], now: Date, hours: number): number =>
  arrivals.filter((at) => now.getTime() - at.getTime() <= hours * HOUR_MS).length

/** `arrivals`: the first post of each author. */
export const heatOf = (arrivals: Date[], now: Date): { heat: Heat; because: string[] } => {
  const short = within(arrivals, now, SHORT_HOURS)
  const long = within(arrivals, now, LONG_HOURS)
  if (long >= VIRAL_AUTHORS)
    return { heat: 'viral', because: [`${long} pelapor dalam ${LONG_HOURS} jam`] }
  const because = [`${short} pelapor dalam ${SHORT_HOURS} jam`]
  if (short >= SIAGA_AUTHORS) return { heat: 'siaga', because }
  if (short >= WASPADA_AUTHORS) return { heat: 'waspada', because }
  return { heat: 'calm', because: [] }
}
