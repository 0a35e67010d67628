/** Two cases that become one in the model, one that becomes two, and either taken back. */
import { after, copyOf, isFree, isOpen, type Known, leg } from './reference-case.ts'
import { begin, dueOf, end, goOn, type Leg, lastOf } from './reference-clocks.ts'
import { answerTarget, citizenTarget, keepTime, weigh } from './reference-duties.ts'

export const mayJoin = (into: Known, from: Known, now: number): boolean =>
  into !== from && [into, from].every((it) => isOpen(it) && isFree(it, 'chief', now))

/** As grave as the graver, as old as the older, answered only where both were. */
export const join = (
  { into, from }: { into: Known; from: Known },
  number: number,
  now: number,
): void => {
  const before = into.urgency
  const both = into.answeredAt !== null && from.answeredAt !== null
  const owed = openAnswer(from)
  Object.assign(into, {
    urgency: [into.urgency, from.urgency].toSorted()[0],
    followedAt: into.followedAt ?? from.followedAt,
    answeredAt: both ? Math.max(into.answeredAt as number, from.answeredAt as number) : null,
    owes: into.owes || from.owes,
    posts: [...into.posts, ...from.posts].toSorted((one, other) => one.id - other.id),
  })
  const takes = owed && into.state !== 'handed-over' ? takeOn(into, owed, now) : false
  if (!takes) weigh(into, before, now)
  const mine = openAnswer(into)
  if (mine && into.answeredAt === null) goOn(mine, now)
  Object.assign(from, { state: after(from.state, 'merge'), mergedInto: number })
  Object.assign(from, { claim: null, offer: null, posts: [] })
  begunWith(into)
  keepTime(into, { type: 'merged' }, now)
  keepTime(from, { type: 'merged-into' }, now)
}

/** The citizen's clock began with the first post that is there, and never begins anew. */
export const begunWith = (it: Known): void => {
  const citizen = leg(it, 'citizen')
  // what is over is not judged again
  if (citizen?.stop) return
  const [first] = citizen?.ran ?? []
  const began = it.posts.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY)
  if (!citizen || !first || began === Number.POSITIVE_INFINITY) return
  first.from = began
  citizen.from = began
}

const openAnswer = (it: Known): Leg | undefined => {
  const last = lastOf(it.legs, 'answer')
  return last && !last.stop ? last : undefined
}

/** It is laid down as begun when it began, and then as counting from when it counts. */
const aimsOf = ({ target, from, ran }: Pick<Leg, 'target' | 'from' | 'ran'>): Leg['aims'] => [
  { target, from: ran[0]?.from ?? from },
  { target, from },
]

const hasRested = (it: Leg | undefined): boolean => it?.ran.some(({ to }) => to !== null) ?? false

const ifItWentOn = (it: Leg, now: number): number => {
  const going = structuredClone(it)
  goOn(going, now)
  return dueOf(going) as number
}

/**
 * Of two that are owed the one that would be due first stays owed, with its own rests and no others: where
 * one of the two ever rested, it begins a leg. It waits for nobody, for its people were asked nothing.
 */
const takeOn = (into: Known, owed: Leg, now: number): boolean => {
  const own = openAnswer(into)
  if (own && ifItWentOn(own, now) <= ifItWentOn(owed, now)) return false
  const { target, from, ran } = structuredClone(owed)
  const anew = own === undefined || hasRested(own) || hasRested(owed)
  const number = into.legs.filter(({ name }) => name === 'answer').length + (anew ? 1 : 0)
  const aims = [...(anew ? [] : (own?.aims ?? [])), ...aimsOf({ target, from, ran })]
  const holder = into.owner
  const taken: Leg = { name: 'answer', number, holder, target, from, aims, ran, stop: null }
  goOn(taken, now)
  if (own && !anew) into.legs.splice(into.legs.indexOf(own), 1, taken)
  else {
    end(own, now, false)
    into.legs.push(taken)
  }
  return true
}

/** Half of the posts, the later ones, become a case of their own. */
export const part = (it: Known, now: number): Known => {
  const kept = Math.ceil(it.posts.length / 2)
  const [left, taken] = [it.posts.slice(0, kept), it.posts.slice(kept)]
  const owed = openAnswer(it)
  const answers = taken.map(({ answered }) => answered)
  const isAnswered = answers.every((at) => at !== null)
  const other: Known = {
    ...copyOf(it),
    ...{ state: it.owner ? 'referred' : 'new', urgency: 'P4', category: 'jalan.rusak' },
    ...{ claim: null, followedAt: null, mergedInto: null, outside: false, offer: null, returns: 0 },
    ...{ answeredAt: null, owes: true, posts: taken, legs: [], history: [], version: 0 },
  }
  if (isAnswered)
    Object.assign(other, { state: 'in-progress', owes: false, answeredAt: latest(answers) })
  beginCitizen(other)
  if (!isAnswered) owing(other, owed, taken, now)
  keepTime(other, { type: 'split-from' }, now)
  it.posts = left
  leftBehind(it)
  begunWith(it)
  keepTime(it, { type: 'split' }, now)
  return other
}

const latest = (answers: (number | null)[]): number =>
  answers.reduce<number>((most, at) => Math.max(most, at ?? 0), 0)

const beginCitizen = (it: Known): void => {
  const from = Math.min(...it.posts.map(({ at }) => at))
  begin(it.legs, 'citizen', null, citizenTarget(it), from)
}

const owing = (other: Known, owed: Leg | undefined, taken: Known['posts'], now: number): void => {
  const waitsSince = Math.min(
    ...taken.filter(({ answered }) => answered === null).map(({ found }) => found),
  )
  const { target, from, ran } = owed
    ? structuredClone(owed)
    : { target: answerTarget(other), from: waitsSince, ran: [{ from: waitsSince, to: null }] }
  const aims = aimsOf({ target, from, ran })
  const about = { name: 'answer', number: 1, holder: other.owner } as const
  const mine: Leg = { ...about, target, from, aims, ran, stop: null }
  goOn(mine, now)
  other.legs.push(mine)
}

const leftBehind = (it: Known): void => {
  const answers = it.posts.map(({ answered }) => answered)
  if (it.answeredAt !== null || answers.some((at) => at === null)) return
  it.answeredAt = latest(answers)
  it.owes = false
  end(leg(it, 'answer'), it.answeredAt, true)
}
