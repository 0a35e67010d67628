import { type Static, Type } from 'typebox'

/**
 * Reading a list that is newest first, page by page, down to what the last reading had seen.
 * The watermark moves only when the bottom was reached, so a sweep that breaks off anywhere
 * leaves no gap; the overlap catches what arrived late or stood under a skewed clock.
 */
export const SweepState = Type.Object({
  /** ISO time of the newest entry of the last whole sweep; null before the first. */
  watermark: Type.Union([Type.String(), Type.Null()]),
  page: Type.Union([
    Type.Null(),
    Type.Object({
      token: Type.String(),
      newest: Type.Union([Type.String(), Type.Null()]),
      used: Type.Array(Type.String()),
      /** Pages in a row that brought nothing new. */
      stale: Type.Number(),
      /** Pages read below the floor. */
      below: Type.Number(),
    }),
  ]),
})
export type SweepState = Static<typeof SweepState>

export const freshSweep = (): SweepState => ({ watermark: null, page: null })

export interface SweepPage {
  /** Times of the entries of the page, as the list is ordered. */
  times: readonly Date[]
  next: string | null
  /** How many were not seen before. */
  fresh: number
}

export interface SweepRules {
  now: Date
  overlapMs: number
  /** How far back the very first sweep looks. */
  firstLookMs: number
  /** Pages below the floor that are read all the same, for late answers to older entries. */
  pagesBelow: number
}

/** A platform that hands out the same page again and again is left after this many. */
const STALE_PAGES = 3

/** Entries below this are known, or too old for a first look. */
export const floorOf = ({ watermark }: SweepState, rules: SweepRules): number =>
  watermark === null
    ? rules.now.getTime() - rules.firstLookMs
    : Date.parse(watermark) - rules.overlapMs

const TOP: NonNullable<SweepState['page']> = {
  token: '',
  newest: null,
  used: [],
  stale: 0,
  below: 0,
}

export function turnPage(
  sweep: SweepState,
  page: SweepPage,
  rules: SweepRules,
): { sweep: SweepState; done: boolean } {
  const { watermark } = sweep
  const before = sweep.page ?? TOP
  const times = page.times.filter((time) => !Number.isNaN(time.getTime()))
  const newest = latest(before.newest, times, rules.now)
  const below = before.below + (isBelow(times, floorOf(sweep, rules)) ? 1 : 0)
  if (page.next === null || below > rules.pagesBelow) return ended(newest ?? watermark)
  const stale = page.fresh > 0 ? 0 : before.stale + 1
  // going round in circles: above the floor there may be unread entries, so the watermark stays
  if (before.used.includes(page.next) || stale >= STALE_PAGES)
    return ended(below > 0 ? (newest ?? watermark) : watermark)
  const used = [...before.used, page.next].slice(-50)
  return {
    sweep: { watermark, page: { token: page.next, newest, used, stale, below } },
    done: false,
  }
}

/** By majority: one straggler with an old date is not the bottom. */
const isBelow = (times: readonly Date[], floor: number): boolean =>
  times.filter((time) => time.getTime() < floor).length > times.length / 2

const ended = (watermark: string | null) => ({ sweep: { watermark, page: null }, done: true })

/** A time in the future would hide everything until then: it counts as now. */
function latest(known: string | null, times: readonly Date[], now: Date): string | null {
  const all = times.map((time) => Math.min(time.getTime(), now.getTime()))
  if (known !== null) all.push(Date.parse(known))
  return all.length === 0 ? null : new Date(Math.max(...all)).toISOString()
}
