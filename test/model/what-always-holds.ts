/** What holds after every step, whatever the model makes of it. */
import type { Facts } from './house.ts'
import type { Step } from './steps.ts'

const OWNERS = ['pupr', 'dinkes', null]

export const brokenRule = (
  before: Facts,
  now: Facts,
  { step, done }: { step: Step; done: boolean },
): string | null =>
  (done ? null : changedThough(before, now)) ??
  closedBy(before, now, step) ??
  ownedWrongly(now) ??
  lostPosts(before, now, step) ??
  emptied(now) ??
  resetClock(now)

const changedThough = (before: Facts, now: Facts): string | null => {
  if (now.written !== before.written) return 'a refusal wrote into the history'
  const same = JSON.stringify([before.cases, before.posts, before.starts])
  return JSON.stringify([now.cases, now.posts, now.starts]) === same
    ? null
    : 'a refusal changed something'
}

const closedBy = (before: Facts, now: Facts, step: Step): string | null => {
  const was = new Map(before.cases.map(({ id, state }) => [id, state]))
  const closed = now.cases.find(({ id, state }) => state === 'closed' && was.get(id) !== 'closed')
  const reopened = step.do === 'unmerge' || step.do === 'unsplit' || step.do === 'undo'
  return closed && step.do !== 'look' && !reopened ? `${closed.id} was closed by a person` : null
}

const ownedWrongly = ({ cases }: Facts): string | null => {
  const nobody = cases.find(({ agencyId }) => !OWNERS.includes(agencyId))
  return nobody ? `${nobody.id} belongs to ${nobody.agencyId}` : null
}

/** Each post is in exactly one case, and in none that went into another. */
const lostPosts = (before: Facts, { posts, cases }: Facts, step: Step): string | null => {
  const came = step.do === 'join' ? 1 : 0
  if (posts.length < before.posts.length || posts.length > before.posts.length + came)
    return 'posts were lost, or came from nowhere'
  const merged = new Set(cases.filter(({ mergedInto }) => mergedInto).map(({ id }) => id))
  const astray = posts.find(({ caseId }) => !caseId || merged.has(caseId))
  return astray ? `${astray.id} lies in ${astray.caseId}, which went into another case` : null
}

/** A case stands for what somebody wrote. */
const emptied = ({ cases, posts }: Facts): string | null => {
  const lived = new Set(posts.map(({ caseId }) => caseId))
  const empty = cases.find(({ id, mergedInto }) => !mergedInto && !lived.has(id))
  return empty ? `${empty.id} has no post` : null
}

/** One leg for a citizen's whole wait, and it began no later than with the first post that is there. */
const resetClock = ({ starts, firstPosts, posts }: Facts): string | null => {
  // a case that went into another has nobody who waits
  const waitedFor = new Set(posts.map(({ caseId }) => caseId))
  for (const [caseId, first] of firstPosts) {
    const mine = starts.filter((each) => each.caseId === caseId)
    if (mine.length !== 1) return `${caseId} has ${mine.length} clocks for its citizen`
    if (waitedFor.has(caseId) && (mine[0]?.at as Date) > first)
      return `the clock of the citizen of ${caseId} begins after the first post`
  }
  return null
}
