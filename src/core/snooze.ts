/** Putting a case off: it leaves the queue, never the clock, and comes back with the reason. */
import type { Case, Snooze } from './case.ts'
import { type CaseDecision, change } from './case-change.ts'
import { awake, held, heldByOther } from './case-lease.ts'
import { isOpen } from './case-state.ts'
import { refuse } from './errors.ts'
import type { Viewer } from './roles.ts'

const LONGEST_DAYS = 90
const DAY = 86_400_000

export interface SnoozeWish {
  /** Null: until somebody writes. */
  until: Date | null
  forReply: boolean
  reason: string
}

/** Out of the queue and out of the hand; the deadline runs on. */
export const snooze = (
  current: Case,
  viewer: Viewer,
  now: Date,
  { until, forReply, reason }: SnoozeWish,
): CaseDecision => {
  if (heldByOther(current, viewer, now)) return held(current)
  if (!isOpen(current.state)) return refuse('illegal-move')
  if (!until && !forReply) return refuse('snooze-without-end')
  if (until && !(until > now && until.getTime() <= now.getTime() + LONGEST_DAYS * DAY))
    return refuse('snooze-time')
  const by = { userId: viewer.userId, name: viewer.name }
  return change(
    { snooze: { active: true, since: now, until, forReply, reason, by }, woken: null, claim: null },
    'snoozed',
    { reason, forReply, ...(until ? { until: until.toISOString() } : {}) },
  )
}

/**
 * Once more as before: until the same moment where that is still to come (a mere "terima kasih"
 * woke it), else as long as the last time.
 */
export const snoozeAgain = (current: Case, viewer: Viewer, now: Date): CaseDecision => {
  const last = current.snooze
  if (!last) return refuse('never-snoozed')
  const { forReply, reason } = last
  return snooze(current, viewer, now, { until: sameEnd(last, now), forReply, reason })
}

const sameEnd = ({ since, until }: Snooze, now: Date): Date | null =>
  until === null || until > now
    ? until
    : new Date(now.getTime() + until.getTime() - since.getTime())

/**
 * Why a case that was put off comes back now; null: not yet. A deadline that passes meanwhile brings
 * it back too: nothing that is late may be out of sight.
 * @param news  somebody wrote since it was put off
 */
export const whyWoken = ({ snooze: off, dueAt }: Case, news: boolean, now: Date): string | null => {
  if (!off?.active) return null
  if (off.until && off.until <= now) return `Waktu tunda tiba: ${off.reason}`
  if (off.forReply && news) return `Ada kiriman baru: ${off.reason}`
  if (dueAt && dueAt <= now && dueAt > off.since) return `Tenggat tiba: ${off.reason}`
  return null
}

/** Back at the top of its queue, with the reason. */
export const wake = (current: Case, because: string, now: Date): CaseDecision => {
  const woken = { at: now, because }
  const back = change({ ...awake(current), woken }, 'woken', { because: [because] })
  const userId = current.snooze?.by.userId
  return userId ? { ...back, notices: [{ userId, kind: 'woken' }] } : back
}
