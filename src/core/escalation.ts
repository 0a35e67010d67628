/** The ladder: who is told when a share of a clock is used up, and when they may be told. */
import { type ClockName, type ClockReading, momentAt } from './case-clock.ts'
import type { QuietHours } from './deadline-settings.ts'
import type { Urgency } from './reading.ts'
import type { Role, Viewer } from './roles.ts'
import type { WorkingTime } from './working-time.ts'

/** Per cent of a clock. 50: the supervisor (kabid) · 100: head of the agency · 150: leader and coordinator. */
export const RUNGS = [50, 100, 150] as const
export type Rung = (typeof RUNGS)[number]

/** What nobody but the agency answers for; the other clocks only end something. */
export const CLIMBED: readonly ClockName[] = ['citizen', 'answer', 'triage']

export interface RungReached {
  rung: Rung
  moment: Date
}

/**
 * The rungs that were reached by then. A rung is climbed where its moment lies before the clock's
 * stop, whenever anybody looks: an answer that came late is still escalated, one in time never is.
 */
export const rungsReached = (
  reading: ClockReading,
  now: Date,
  working: WorkingTime,
): RungReached[] =>
  RUNGS.flatMap((rung) => {
    const moment = momentAt(reading, rung, working)
    if (!moment || moment > now || (reading.stop && moment >= reading.stop.at)) return []
    return [{ rung, moment }]
  })

/** When to look again; null where no rung of those that are left is ever reached as things stand. */
export const nextRungAt = (
  reading: ClockReading,
  climbed: ReadonlySet<Rung>,
  working: WorkingTime,
  watchedFrom?: Date,
): Date | null => {
  if (reading.stop) return null
  const left = RUNGS.filter((rung) => !climbed.has(rung))
    .flatMap((rung) => momentAt(reading, rung, working) ?? [])
    .filter((moment) => !watchedFrom || moment >= watchedFrom)
  return left.reduce<Date | null>((least, one) => (!least || one < least ? one : least), null)
}

const RANK: Partial<Record<Role, Rung>> = {
  supervisor: 50,
  'agency-head': 100,
  inspectorate: 100,
  coordinator: 150,
  leader: 150,
}

/** Whoever stands on that rung or a higher one may say that it was heard; an agency's people of their own. */
export const mayAcknowledge = (
  viewer: Viewer,
  { rung, agencyId }: { rung: Rung; agencyId: string | null },
): boolean =>
  viewer.roles.some((role) => {
    const upTo = RANK[role]
    if (upTo === undefined || upTo < rung) return false
    return upTo === 150 || (agencyId !== null && agencyId === viewer.agencyId)
  })

/** Roles that a rung is for; at the triage desk nobody stands between desk and coordinator. */
export const toldOn = (rung: Rung, agencyId: string | null): readonly Role[] => {
  if (rung === 150) return ['leader', 'coordinator']
  if (agencyId === null) return ['coordinator']
  return [rung === 50 ? 'supervisor' : 'agency-head']
}

const DAY = 86_400_000
const MINUTE = 60_000

/** The first moment at which somebody may be told: danger to life at once, the rest in the morning. */
export const tellAt = (
  moment: Date,
  urgency: Urgency,
  quiet: QuietHours | null,
  /** Local time minus UTC, in milliseconds. */
  offset: number,
): Date => {
  if (urgency === 'P1' || !quiet || quiet.from === quiet.to) return moment
  const local = moment.getTime() + offset
  const midnight = Math.floor(local / DAY) * DAY
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)]
  const at = (local - midnight) / MINUTE
  const overnight = from > to
  const isQuiet = overnight ? at >= from || at < to : at >= from && at < to
  if (!isQuiet) return moment
  const nextDay = overnight && at >= from ? DAY : 0
  return new Date(midnight + nextDay + to * MINUTE - offset)
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
