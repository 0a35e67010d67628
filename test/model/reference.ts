/**
 * The small reference model: a few cases, the people and the time. It shares no line with the program;
 * where the two differ, one of them is wrong.
 */
import {
  type Away,
  copyOf,
  type Entry,
  isFree,
  isOpen,
  type Known,
  lease,
  leg,
  type Post,
  userOf,
} from './reference-case.ts'
import { begin, dueOf, lineOf } from './reference-clocks.ts'
import { decided, isLate, offered, transferred } from './reference-custody.ts'
import { citizenTarget, keepTime, weigh } from './reference-duties.ts'
import { begunWith, join, mayJoin, part } from './reference-merging.ts'
import { VERBS } from './reference-verbs.ts'
import type { Act, Opening, Owner, Step } from './steps.ts'

export interface Model {
  cases: Known[]
  now: number
  posts: number
}

/** unsure: the rule leaves it open, and the cases are loose from then on where it is done. */
export type Verdict = 'done' | 'refused' | 'unsure'

export const openModel = (openings: Opening[], now: number): Model => {
  const model: Model = { cases: [], now, posts: 0 }
  for (const opening of openings) model.cases.push(opened(model, opening))
  return model
}

const opened = (model: Model, { owner, urgency, lag }: Opening): Known => {
  const { now } = model
  const it: Known = {
    ...{ state: owner ? 'referred' : 'new', owner, urgency, category: 'jalan.rusak' },
    ...{ claim: null, answeredAt: null, followedAt: null, owes: true, mergedInto: null },
    ...{ outside: false, offer: null, returns: 0, legs: [], history: [], version: 0, loose: false },
    posts: [{ id: model.posts++, at: now - lag, found: now, answered: null, through: [] }],
  }
  begin(it.legs, 'citizen', null, citizenTarget(it), now - lag)
  keepTime(it, { type: 'opened' }, now)
  return it
}

export const take = (model: Model, step: Step): Verdict => {
  if (step.do === 'wait') {
    model.now += step.minutes
    return 'done'
  }
  if (step.do === 'look') return look(model)
  const it = at(model, step.case)
  if (step.do === 'merge') return merge(model, it, at(model, step.other))
  if (step.do === 'unmerge' || step.do === 'unsplit') return takeBack(model, it, step.do)
  if (step.do === 'split') return split(model, it)
  if (it.loose) return 'unsure'
  if (step.do === 'join') return verdict(joined(model, it, step.lag))
  if (step.do === 'undo') return undo(model, it, step)
  return verdict(act(model, it, step))
}

const at = ({ cases }: Model, n: number): Known => cases[n % cases.length] as Known

const verdict = (done: boolean): Verdict => (done ? 'done' : 'refused')

const act = (model: Model, it: Known, step: Act): boolean => {
  const { now } = model
  const before = copyOf(it)
  const user = actorOf(it, step)
  const type = done(it, step, user, now)
  if (type === null) return false
  if (type === 'silent') return true
  record(it, { type, user, before })
  keepTime(it, { type }, now)
  return true
}

const done = (it: Known, step: Act, user: string, now: number): string | null => {
  if (step.do === 'transfer') return transferred(it, user, now, step.to)
  if (step.do === 'offer') return offered(it, user, now, step.to)
  if (step.do === 'decide') return decided(it, user, now, step.to)
  if (step.do === 'urgency') return weighed(it, user, now, step.to)
  return VERBS[step.do](it, user, now)
}

/** Whom the step means: of an offer the one asked, or somebody who was not. */
export const actorOf = (
  it: { owner: Owner; offer: { to: Owner; from: Owner } | null },
  step: Act,
): string => {
  if (step.do === 'take-over') return 'chief'
  const { offer, owner } = it
  if ((step.do === 'accept' || step.do === 'return') && offer) {
    const asked = userOf('first', offer.to)
    const stranger = userOf('first', offer.to === 'pupr' ? 'dinkes' : 'pupr')
    return step.who === 'second' ? stranger : asked
  }
  if (step.do === 'withdraw' && offer)
    return step.who === 'second' ? userOf('first', offer.to) : userOf(step.who, offer.from)
  return userOf(step.who, owner)
}

const record = (
  it: Known,
  { type, user, before }: Pick<Entry, 'type' | 'user' | 'before'>,
  other?: Entry['other'],
): void => {
  it.version += 1
  it.history.push({
    type,
    user,
    before,
    undone: false,
    version: it.version,
    ...(other && { other }),
  })
}

const weighed = (it: Known, user: string, now: number, to: Known['urgency']): string | null => {
  if (!isFree(it, user, now) || !isOpen(it) || it.urgency === to) return null
  const before = it.urgency
  it.urgency = to
  weigh(it, before, now, true)
  return 'urgency-changed'
}

const joined = (model: Model, it: Known, lag: number): boolean => {
  if (!isOpen(it) || it.mergedInto !== null) return false
  const { now } = model
  it.posts.push({ id: model.posts++, at: now - lag, found: now, answered: null, through: [] })
  begunWith(it)
  return true
}

// ------------------------------------------------------------------ the system

/** What the system ends, when which window is over. */
const WINDOWS = [
  { waits: 'waiting-reporter', window: 'reporter', ends: 'closed' },
  { waits: 'resolved', window: 'confirmation', ends: 'closed' },
  { waits: 'closed', window: 'reopening', ends: 'archived' },
] as const

const closes = (
  it: Known,
  { waits, window, ends }: (typeof WINDOWS)[number],
  now: number,
): void => {
  const mine = it.state === waits ? leg(it, window) : undefined
  const due = mine && !mine.stop ? dueOf(mine) : null
  if (due === null || now <= due) return
  Object.assign(it, { state: ends, claim: null, offer: null })
  record(it, { type: ends, user: 'system', before: null })
  keepTime(it, { type: ends, silent: waits === 'waiting-reporter' }, now)
}

const look = (model: Model): Verdict => {
  const { now } = model
  for (const it of model.cases.filter(({ loose }) => !loose)) {
    if (it.offer?.state === 'open' && isLate(it, now)) {
      it.offer.state = 'undecided'
      it.version += 1
    }
    for (const window of WINDOWS) closes(it, window, now)
  }
  return 'done'
}

// ------------------------------------------------------------------ taking back

/** What the act changed; where the claim is now, and what citizens and others did, stays. */
const BACK: Record<string, (keyof Known)[]> = {
  released: [],
  transferred: ['state', 'owner'],
  returned: ['state', 'owner'],
  recategorised: ['category', 'state', 'owner'],
  dismissed: ['state'],
  'urgency-changed': ['urgency'],
}

const undo = (model: Model, it: Known, step: Extract<Step, { do: 'undo' }>): Verdict => {
  const entry = it.history.at(-1 - step.back)
  if (!entry) return 'refused'
  if (step.back > 0) {
    return 'unsure'
  }
  const user = step.byDoer ? entry.user : 'stranger'
  const fields = BACK[entry.type]
  if (!fields || !step.byDoer || entry.undone || user === 'system') return 'refused'
  if (!entry.before || !isFree(it, user, model.now)) return 'refused'
  giveBack(it, entry.before, fields)
  if (entry.type === 'released') it.claim = lease(user, model.now)
  record(it, { type: 'undone', user, before: null })
  keepTime(it, { type: 'undone' }, model.now)
  return 'done'
}

/**
 * Its clocks go on as if it had never happened; an offer that it settled stays settled, and an older
 * post that was found meanwhile stays found.
 */
const giveBack = (it: Known, before: Known, fields: (keyof Known)[]): void => {
  const old = structuredClone(before)
  Object.assign(it, Object.fromEntries(fields.map((field) => [field, old[field]])))
  it.legs = old.legs
  begunWith(it)
}

// ------------------------------------------------------------------ two cases

const merge = (model: Model, into: Known, from: Known): Verdict => {
  if (into !== from && (into.loose || from.loose)) return 'unsure'
  if (!mayJoin(into, from, model.now)) return 'refused'
  const [was, other] = [copyOf(into), copyOf(from)]
  from.posts = from.posts.map((post) => leaving(post, model.cases.indexOf(from)))
  join({ into, from }, model.cases.indexOf(into), model.now)
  record(from, { type: 'merged-into', user: 'chief', before: null })
  const posts = other.posts.map(({ id }) => id)
  const away = { case: model.cases.indexOf(from), before: other, version: from.version, posts }
  record(into, { type: 'merged', user: 'chief', before: was }, away)
  return 'done'
}

const split = (model: Model, it: Known): Verdict => {
  if (it.loose) return 'unsure'
  if (it.state === 'duplicate' || !isFree(it, 'chief', model.now)) return 'refused'
  if (it.posts.length < 2) return 'refused'
  const was = copyOf(it)
  const other = part(it, model.now)
  other.posts = other.posts.map((post) => leaving(post, model.cases.indexOf(it)))
  record(other, { type: 'split-from', user: 'chief', before: null })
  const posts = other.posts.map(({ id }) => id)
  const away = { case: model.cases.length, before: null, version: other.version, posts }
  record(it, { type: 'split', user: 'chief', before: was }, away)
  model.cases.push(other)
  return 'done'
}

const takeBack = (model: Model, it: Known, what: 'unmerge' | 'unsplit'): Verdict => {
  if (it.loose) return 'unsure'
  for (const entry of entriesOf(model, it, what === 'unmerge' ? 'merged' : 'split')) {
    const back = apart(model, it, entry)
    if (back !== 'refused') return back
  }
  return 'refused'
}

const apart = (model: Model, it: Known, entry: Entry): Verdict => {
  const from = model.cases[entry.other?.case ?? -1]
  if (!from || !entry.before) return 'refused'
  if (from.loose) return 'unsure'
  return entry.type === 'merged' ? unmerge(model, it, from, entry) : unsplit(model, it, from, entry)
}

/** Of merges those that hold, the last one first: one that was taken back is over. */
const entriesOf = ({ cases }: Model, it: Known, type: 'merged' | 'split'): Entry[] => {
  const all = it.history.filter((each) => each.type === type)
  const holds = ({ other }: Entry) =>
    other !== undefined && cases[other.case]?.mergedInto === cases.indexOf(it)
  return type === 'merged' ? all.filter(holds).toReversed() : all.slice(-1)
}

const unmerge = (model: Model, into: Known, from: Known, entry: Entry): Verdict => {
  const { before, other } = entry as Required<Entry>
  if (from.mergedInto !== model.cases.indexOf(into) || into.state === 'duplicate') return 'refused'
  // merged, taken back and merged again: the first of the two is over
  if (entry.undone || !isFree(into, 'chief', model.now)) return 'refused'
  if (!comesOut(into, from, other)) return 'refused'
  entry.undone = true
  const untouched = into.version === entry.version && from.version === other.version
  from.mergedInto = null
  if (!untouched) loosen(into, from)
  else {
    const fields = ['state', 'urgency', 'answeredAt', 'followedAt', 'owes'] as (keyof Known)[]
    giveBack(into, before as Known, fields)
    giveBack(from, other.before as Known, fields)
  }
  for (const it of [into, from]) {
    record(it, { type: 'merge-undone', user: 'chief', before: null })
    keepTime(it, { type: 'merge-undone' }, model.now)
  }
  return 'done'
}

/** What the merge had brought goes back, unless one of the two would be left with nothing. */
const comesOut = (into: Known, from: Known, { case: number, posts }: Away): boolean => {
  const isTheirs = ({ id, through }: Post) => through.at(-1) === number && posts.includes(id)
  const [back, left] = [into.posts.filter(isTheirs), into.posts.filter((post) => !isTheirs(post))]
  if (back.length === 0 || left.length === 0) return false
  into.posts = left
  from.posts = back.map((post) => ({ ...post, through: post.through.slice(0, -1) }))
  return true
}

const leaving = (post: Post, from: number): Post => ({
  ...post,
  through: [...post.through, from],
})

/** Who was taken out of here comes home, others come as by a merge. */
const comingFrom = (post: Post, home: number, from: number): Post =>
  post.through.at(-1) === home
    ? { ...post, through: post.through.slice(0, -1) }
    : leaving(post, from)

const loosen = (...cases: Known[]) => {
  for (const it of cases) it.loose = true
}

const unsplit = (model: Model, it: Known, from: Known, entry: Entry): Verdict => {
  const { before, other } = entry as Required<Entry>
  if (!mayJoin(it, from, model.now)) return 'refused'
  // what went into it since could never come out again
  if (model.cases.some(({ mergedInto }) => mergedInto === other.case)) return 'refused'
  if (it.version !== entry.version || from.version !== other.version) return 'unsure'
  const [home, there] = [model.cases.indexOf(it), model.cases.indexOf(from)]
  const back = from.posts.map((post) => comingFrom(post, home, there))
  it.posts = [...it.posts, ...back].toSorted((one, two) => one.id - two.id)
  const fields = ['state', 'urgency', 'answeredAt', 'followedAt', 'owes'] as (keyof Known)[]
  giveBack(it, before as Known, fields)
  const gone = { state: 'duplicate', mergedInto: home, posts: [], claim: null }
  Object.assign(from, gone)
  record(it, { type: 'split-undone', user: 'chief', before: null })
  record(from, { type: 'split-undone', user: 'chief', before: null })
  keepTime(it, { type: 'split-undone' }, model.now)
  keepTime(from, { type: 'split-undone' }, model.now)
  return 'done'
}

/** Whatever the rule left open was done: from now on only what must always hold is looked at. */
export const giveWay = (model: Model, step: Step, cases: number): void => {
  if (!('case' in step)) return
  const it = at(model, step.case)
  loosen(it)
  if (step.do === 'merge') loosen(at(model, step.other))
  if (step.do === 'unmerge' || step.do === 'unsplit')
    for (const { other } of it.history) if (other) loosen(model.cases[other.case] as Known)
  for (; model.cases.length < cases; )
    model.cases.push({ ...copyOf(it), loose: true, history: [], posts: [] })
}

// ------------------------------------------------------------------ what can be seen

export interface Sight {
  state: string
  owner: Owner
  urgency: string
  category: string
  holder: string | null
  answeredAt: number | null
  followed: boolean
  mergedInto: number | null
  posts: number
  offer: string | null
  clocks: string[]
}

export const sightOf = ({ cases, now }: Model): (Sight | 'loose')[] =>
  cases.map((it) => (it.loose ? 'loose' : sight(it, now)))

const sight = (it: Known, now: number): Sight => ({
  ...{ state: it.state, owner: it.owner, urgency: it.urgency, category: it.category },
  holder: it.claim && it.claim.until > now ? it.claim.user : null,
  answeredAt: it.answeredAt,
  followed: it.followedAt !== null,
  mergedInto: it.mergedInto,
  posts: it.posts.length,
  offer: it.offer ? `${it.offer.to ?? 'desk'} ${it.offer.state}` : null,
  clocks: it.legs.map(lineOf).toSorted(),
})
