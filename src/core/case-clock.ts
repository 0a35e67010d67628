/**
 * One clock of a case, folded from its events: start, pause, resume, retarget, stop. Deadlines and
 * the rungs of the ladder are derived here and nowhere else; what the tables hold is a projection.
 */
import type { Target } from './deadline-settings.ts'
import type { WorkingTime } from './working-time.ts'

/**
 * citizen: settlement, from the first post, never reset · answer: first answer of whoever holds the
 * case · triage: the desk forwards it · follow-up: the agency coordinates · reporter: the reporter is
 * waited for · confirmation: the window after "Selesai" · offer: an offered case is taken or returned
 * · external-check: a body outside is asked again · reopening: what was closed for its reporter's
 * silence can come back.
 */
export const CLOCK_NAMES = [
  'citizen',
  'answer',
  'triage',
  'follow-up',
  'reporter',
  'confirmation',
  'offer',
  'external-check',
  'reopening',
] as const
export type ClockName = (typeof CLOCK_NAMES)[number]

export const CLOCK_LABELS: Record<ClockName, string> = {
  citizen: 'Penyelesaian bagi warga',
  answer: 'Tanggapan pertama',
  triage: 'Verifikasi dan penerusan',
  'follow-up': 'Koordinasi tindak lanjut',
  reporter: 'Menunggu pelapor',
  confirmation: 'Masa konfirmasi pelapor',
  offer: 'Jawaban atas tawaran',
  'external-check': 'Pemantauan instansi luar',
  reopening: 'Masa buka kembali',
}

export type ClockAct = 'start' | 'pause' | 'resume' | 'retarget' | 'stop'

export interface ClockEvent {
  does: ClockAct
  /** When it holds. A stop may lie before events that are known already. */
  at: Date
  target?: Target | null
  /** A new target that counts from here; absent, it counts from the start. */
  since?: Date | null
  /** The clock was stopped by doing what was owed. */
  done?: boolean | null
}

export interface Course {
  startedAt: Date
  countsFrom: Date
  target: Target
  /** All that it ever aimed at, and from when that counted. */
  aims: { target: Target; from: Date }[]
  /** In order; the last one may be open. */
  pauses: { from: Date; to: Date | null }[]
  stop: { at: Date; done: boolean } | null
}

export interface ClockReading extends Course {
  state: 'running' | 'paused' | 'stopped'
  pausedAt: Date | null
  /** Null while it is paused with time left. */
  dueAt: Date | null
  /** The deadline lies in a year whose decree is not loaded. */
  provisional: boolean
  /** void: stopped in time, but by somebody else's act: handed on, merged, dismissed. */
  outcome: 'open' | 'met' | 'missed' | 'void'
}

/** The events in the order in which they were written; null where nothing was started. */
export const fold = (events: readonly ClockEvent[], working: WorkingTime): ClockReading | null => {
  const course = events.reduce<Course | null>(step, null)
  return course && read(cutAtStop(course), working)
}

const step = (course: Course | null, event: ClockEvent): Course | null => {
  const { does, at, target, since } = event
  if (does === 'start') return started(course, event)
  if (!course) return null
  if (does === 'pause') return isPaused(course) ? course : paused(course, at)
  if (does === 'resume') return { ...course, pauses: closed(course.pauses, at), stop: null }
  if (does === 'stop') return { ...course, stop: { at, done: event.done === true } }
  return aimedAt(course, target ?? course.target, since ?? course.startedAt)
}

const aimedAt = (course: Course, target: Target, from: Date): Course => ({
  ...course,
  ...{ target, countsFrom: from },
  aims: [...course.aims, { target, from }],
})

/** A second start moves the beginning, and keeps the pauses. */
const started = (course: Course | null, { at, target }: ClockEvent): Course | null => {
  const aim = target ?? course?.target
  if (!aim) return course
  const rest = course ?? { pauses: [], stop: null, aims: [] }
  return aimedAt({ ...rest, startedAt: at, countsFrom: at, target: aim }, aim, at)
}

const isPaused = ({ pauses }: Course) => pauses.at(-1)?.to === null

const paused = (course: Course, from: Date): Course => {
  const before = course.pauses.at(-1)?.to
  const begins = before && before > from ? before : from
  return { ...course, pauses: [...course.pauses, { from: begins, to: null }] }
}

const closed = (pauses: Course['pauses'], at: Date): Course['pauses'] =>
  pauses.map((each) => (each.to ? each : { from: each.from, to: at > each.from ? at : each.from }))

/** What happened after the stop does not count. */
const cutAtStop = (course: Course): Course => {
  const { stop } = course
  if (!stop) return course
  const before = course.pauses.filter(({ from }) => from < stop.at)
  const pauses = before.map((each) =>
    each.to && each.to <= stop.at ? each : { from: each.from, to: stop.at },
  )
  return { ...course, pauses }
}

const read = (course: Course, working: WorkingTime): ClockReading => {
  const dueAt = momentAt(course, 100, working)
  const pausedAt = course.stop ? null : (course.pauses.find(({ to }) => to === null)?.from ?? null)
  const state = course.stop ? 'stopped' : pausedAt ? 'paused' : 'running'
  const provisional = dueAt !== null && working.isProvisional(dueAt)
  return { ...course, state, pausedAt, dueAt, provisional, outcome: outcomeOf(course, dueAt) }
}

/** As it would be if it went on at that moment. */
export const resumedAt = (course: Course, at: Date): Course => ({
  ...course,
  pauses: closed(course.pauses, at),
})

/** Nothing came in time: the deadline lies behind, and the clock still runs. */
export const hasPassed = (window: ClockReading | undefined, now: Date): window is ClockReading =>
  window?.state === 'running' && window.dueAt !== null && now > window.dueAt

const outcomeOf = ({ stop }: Course, dueAt: Date | null): ClockReading['outcome'] => {
  if (!stop) return 'open'
  if (dueAt && stop.at > dueAt) return 'missed'
  return stop.done ? 'met' : 'void'
}

/**
 * When that share of the target is used up; 100 is the deadline. A pause shifts every moment that
 * was still to come when it began, by the time that was paused in the clock's own measure: a weekend
 * inside a pause is no working time, and so is not counted twice. Null while a pause holds it up.
 */
export const momentAt = (course: Course, percent: number, working: WorkingTime): Date | null => {
  let moment = unpaused(course, percent, working)
  for (const pause of course.pauses) {
    const from = later(pause.from, course.countsFrom)
    if (from >= moment) break
    if (pause.to === null) return null
    if (pause.to > from) moment = shifted(course.target, moment, { from, to: pause.to }, working)
  }
  return moment
}

const later = (one: Date, other: Date): Date => (one > other ? one : other)

const MINUTE = 60_000

const unpaused = (
  { target, countsFrom: from }: Course,
  percent: number,
  working: WorkingTime,
): Date => {
  if ('minutes' in target)
    return new Date(Math.round(from.getTime() + target.minutes * MINUTE * (percent / 100)))
  if ('workingMinutes' in target)
    return working.addWorkingMinutes(from, target.workingMinutes * (percent / 100))
  const due = working.endOfWorkingDay(from, target.workingDays)
  if (percent === 100) return due
  const whole = working.workingMinutesBetween(from, due)
  return working.addWorkingMinutes(from, whole * (percent / 100))
}

const shifted = (
  target: Target,
  moment: Date,
  { from, to }: { from: Date; to: Date },
  working: WorkingTime,
): Date => {
  if ('minutes' in target) return new Date(moment.getTime() + to.getTime() - from.getTime())
  const lost = working.workingMinutesBetween(from, to)
  return lost === 0 ? moment : working.addWorkingMinutes(moment, lost)
}
