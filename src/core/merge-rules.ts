/**
 * Joining two cases into one, splitting one into two, and taking either back, as pure rules: they
 * say what becomes of state, deadline and answer of each side. The store moves the posts.
 */
import type { Case, CaseStanding } from './case.ts'
import { isOpen } from './case-state.ts'
import { type Refusal, refuse } from './errors.ts'
import type { Viewer } from './roles.ts'

/** Only open cases of one government, both confidential or neither, that nobody else holds. */
export function whyNotMerge(into: Case, from: Case, viewer: Viewer, now: Date): Refusal | null {
  if (into.id === from.id) return refuse('other-case', 'Ini kasus yang sama.')
  if (into.governmentId !== from.governmentId) return refuse('not-found')
  if (into.confidential !== from.confidential)
    return refuse('other-case', 'Kasus rahasia tidak digabungkan dengan kasus terbuka.')
  if (into.sample !== from.sample)
    return refuse('other-case', 'Contoh tidak digabungkan dengan kasus sungguhan.')
  const ended = [into, from].find(({ state }) => !isOpen(state))
  if (ended) return refuse('illegal-move', `Kasus ${ended.code} sudah berakhir.`)
  return heldBy(into, viewer, now) ?? heldBy(from, viewer, now)
}

/** What took in others since is merged like any other, so that they can be taken out again. */
export const whyNotRejoin = (
  into: Case,
  from: Case & { tookIn: boolean },
  viewer: Viewer,
  now: Date,
): Refusal | null =>
  whyNotMerge(into, from, viewer, now) ??
  (from.tookIn
    ? refuse(
        'undo-too-late',
        `Kasus lain sudah digabungkan ke ${from.code}. Gabungkan ${from.code} ke kasus ini.`,
      )
    : null)

/** Posts that came by a merge and would go back with it, and those that would stay. */
export interface Shares {
  brought: number
  others: number
}

/** A merge that holds, of two that are hidden from the same people; each side must be left with posts. */
export function whyNotPart(
  into: Case,
  from: Case,
  { brought, others }: Shares,
  viewer: Viewer,
  now: Date,
): Refusal | null {
  if (from.mergedInto !== into.id || into.state === 'duplicate') return refuse('illegal-move')
  if (into.confidential !== from.confidential)
    return refuse('undo-too-late', 'Kasus ini sudah menjadi rahasia: pisahkan kirimannya.')
  const moved = brought === 0 ? from : others === 0 ? into : null
  if (moved)
    return refuse(
      'undo-too-late',
      `Kiriman ${moved.code} sudah dipisahkan ke kasus lain. Batalkan dahulu pemisahan itu.`,
    )
  return heldBy(into, viewer, now)
}

export function heldBy({ claim, code }: Case, viewer: Viewer, now: Date): Refusal | null {
  if (!claim || claim.userId === viewer.userId || claim.until <= now) return null
  return refuse('claimed-by-other', `Kasus ${code} sedang dikerjakan ${claim.name}.`)
}

/** The survivor: as grave as the graver, as old as the older, answered only where both were. */
export function merged(into: Case, from: Case): Partial<Case> {
  const graver = from.urgency < into.urgency ? from : into
  return {
    urgency: graver.urgency,
    kind: graver.kind,
    openedAt: earlier(into.openedAt, from.openedAt),
    followedUpAt: into.followedUpAt ?? from.followedUpAt,
    history: into.history && from.history,
    recurrences: into.recurrences + from.recurrences,
    answeredAt: into.answeredAt && from.answeredAt ? later(into.answeredAt, from.answeredAt) : null,
  }
}

const earlier = (left: Date, right: Date) => (left < right ? left : right)
const later = (left: Date, right: Date) => (left > right ? left : right)

export const absorbed = (into: Case, now: Date): Partial<Case> => ({
  state: 'duplicate',
  mergedInto: into.id,
  claim: null,
  endedAt: now,
})

/** What the posts of one side say: how many were answered, when the last one, who waits longest. */
export interface Side {
  posts: number
  unanswered: number
  lastAnsweredAt: Date | null
  /** Arrival of the first post that was not answered. */
  waitsSince: Date | null
}

/**
 * The side that is taken out of a case. Answered where all its writers were; else its clock takes
 * over what the case owed, or, where that was answered before they wrote, starts with the first of them.
 */
export const takenOut = (side: Side): Partial<Case> => ({
  answeredAt: side.unanswered === 0 ? side.lastAnsweredAt : null,
})

/** The side that stays: it may have become answered, never less answered than it was. */
export function leftBehind(source: Case, side: Side): Partial<Case> {
  if (source.answeredAt || side.unanswered > 0) return {}
  return { answeredAt: side.lastAnsweredAt }
}

export const standingOf = (current: Case, version: number): CaseStanding => ({
  state: current.state,
  kind: current.kind,
  urgency: current.urgency,
  openedAt: current.openedAt.toISOString(),
  answeredAt: textOf(current.answeredAt),
  followedUpAt: textOf(current.followedUpAt),
  recurrences: current.recurrences,
  history: current.history,
  version,
})

const textOf = (date: Date | null) => date?.toISOString() ?? null
const dateOf = (text: string | null) => (text === null ? null : new Date(text))

/**
 * Taking it back. Nobody worked on the case since: it is what it was. Else its work stays, and
 * only what it took over from the other one goes.
 */
export function restored(current: Case, before: CaseStanding, side: Side): Partial<Case> {
  const was: Partial<Case> = {
    kind: before.kind,
    urgency: before.urgency,
    openedAt: new Date(before.openedAt),
    recurrences: before.recurrences,
    history: before.history,
    ...answerBefore(current, before, side),
  }
  if (current.version !== before.version) return was
  return {
    ...was,
    state: before.state,
    followedUpAt: dateOf(before.followedUpAt),
  }
}

/** A split that is taken back before anybody worked: being parted had answered nobody. */
export const rejoined = (current: Case, before: CaseStanding, side: Side): Partial<Case> =>
  restored({ ...current, answeredAt: null }, before, side)

/** All its writers were answered while it was part of another case: then it is answered. */
function answerBefore(current: Case, before: CaseStanding, side: Side) {
  const answeredAt = dateOf(before.answeredAt) ?? current.answeredAt
  if (answeredAt) return { answeredAt }
  return { answeredAt: side.posts > 0 && side.unanswered === 0 ? side.lastAnsweredAt : null }
}
