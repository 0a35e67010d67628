/** Merging on paper: the pure rules of core/merge-rules.ts in the order of store/merging.ts. */
import { dueFirst } from '../../src/core/answer-owed.ts'
import type { Case, CaseStanding } from '../../src/core/case.ts'
import type { CaseEventData, CaseEventType } from '../../src/core/case-event.ts'
import * as rules from '../../src/core/merge-rules.ts'
import { joinings } from './house.ts'
import { caseBy, type Paper, put, tell, viewerOf } from './paper.ts'
import type { Context } from './paper-book.ts'

const chief = viewerOf('chief')

const postsOf = ({ posts }: Paper, { id }: Pick<Case, 'id'>) =>
  posts.filter(({ caseId }) => caseId === id)

const move = (paper: Paper, from: Case, to: Case, ids?: string[]): void => {
  for (const post of postsOf(paper, from)) {
    if (ids && !ids.includes(post.id)) continue
    post.caseId = to.id
    post.cameFrom.push(from.id)
  }
}

const brought = (paper: Paper, here: Case, there: Case, stay: string[] = []) =>
  postsOf(paper, here).filter(
    ({ id, cameFrom }) => cameFrom.at(-1) === there.id && !stay.includes(id),
  )

const giveBack = (paper: Paper, from: Case, to: Case, stay?: string[]): void => {
  for (const post of brought(paper, from, to, stay)) {
    post.caseId = to.id
    post.cameFrom.pop()
  }
}

const shares = (paper: Paper, here: Case, there: Case, stay?: string[]): rules.Shares => {
  const some = brought(paper, here, there, stay).length
  return { brought: some, others: postsOf(paper, here).length - some }
}

const side = (paper: Paper, it: Pick<Case, 'id'>, ids?: string[]): rules.Side => {
  const some = postsOf(paper, it).filter(({ id }) => !ids || ids.includes(id))
  const waiting = some.filter(({ answeredAt }) => answeredAt === null)
  const answers = some.flatMap(({ answeredAt }) => answeredAt?.getTime() ?? [])
  return {
    posts: some.length,
    unanswered: waiting.length,
    lastAnsweredAt: answers.length > 0 ? new Date(Math.max(...answers)) : null,
    waitsSince:
      waiting.length > 0
        ? new Date(Math.min(...waiting.map(({ found }) => found.getTime())))
        : null,
  }
}

const save = (paper: Paper, current: Case, patch: Partial<Case>): Case => {
  const moments = postsOf(paper, current).map(({ at }) => at.getTime())
  const dates =
    moments.length > 0
      ? {
          firstPostAt: new Date(Math.min(...moments)),
          lastPostAt: new Date(Math.max(...moments)),
        }
      : {}
  const counts = { postCount: moments.length, authorCount: moments.length }
  return put(paper, { ...current, ...patch, ...counts, ...dates, version: current.version + 1 })
}

interface Told {
  was: Case | null
  is: Case
  type: CaseEventType
  data?: CaseEventData
  clocks?: Context
}

const tellBoth = (paper: Paper, first: Told, second: Told): true => {
  const events = [first, second].map(({ was, is, type, data }, at) => {
    const otherId = (at === 0 ? second : first).is.id
    return tell(paper, chief, { was: was ?? is, is }, { type, data: { otherId, ...data } })
  })
  const cause = events[0]?.id ?? ''
  for (const { was, is, type, clocks } of [first, second])
    paper.book.run(was, is, { type, at: paper.now }, { cause, ...clocks })
  return true
}

const owedFirst = ({ book, now }: Paper, into: Case, from: Case) =>
  dueFirst(book.owedBy(into.id), book.owedBy(from.id), now, book.workingOf)

export const mergeOnPaper = (paper: Paper, into: Case, from: Case): boolean => {
  if (rules.whyNotMerge(into, from, chief, paper.now)) return false
  const before = {
    own: rules.standingOf(into, into.version + 1),
    other: rules.standingOf(from, from.version + 1),
  }
  const stay = postsOf(paper, into).filter(({ cameFrom }) => cameFrom.at(-1) === from.id)
  const data = { before, stay: stay.map(({ id }) => id) }
  move(paper, from, into)
  const owed = owedFirst(paper, into, from)
  const other = save(paper, from, rules.absorbed(into, paper.now))
  const current = save(paper, into, rules.merged(into, from))
  return tellBoth(
    paper,
    { was: into, is: current, type: 'merged', data, clocks: { owed } },
    { was: from, is: other, type: 'merged-into' },
  )
}

export const splitOnPaper = (paper: Paper, source: Case): boolean => {
  if (source.state === 'duplicate' || rules.heldBy(source, chief, paper.now)) return false
  const mine = postsOf(paper, source).map(({ id }) => id)
  const ids = mine.slice(Math.ceil(mine.length / 2))
  if (ids.length === 0 || ids.length === mine.length) return false
  const taken = side(paper, source, ids)
  const owed = paper.book.owedBy(source.id)
  const opened = put(paper, openedFrom(paper, source, taken))
  move(paper, source, opened, ids)
  const before = { own: rules.standingOf(source, source.version + 1), other: null }
  const left = rules.leftBehind(source, side(paper, source))
  const other = save(paper, opened, {})
  const current = save(paper, source, left)
  const clocks = { owed, waitsSince: taken.waitsSince ?? source.openedAt }
  return tellBoth(
    paper,
    { was: source, is: current, type: 'split', data: { before } },
    { was: null, is: other, type: 'split-from', clocks },
  )
}

/** As store/open-split.ts: what the posts were read as, with the owner of the source. */
const openedFrom = (paper: Paper, source: Case, taken: rules.Side): Case => {
  const { answeredAt = null } = rules.takenOut(taken)
  const n = paper.cases.length
  return {
    ...source,
    ...{ id: `kasus-${n}`, code: `K-${n}`, category: 'jalan.rusak', urgency: 'P4', version: 1 },
    ...{ answeredAt, followedUpAt: null, endedAt: null, claim: null, mergedInto: null },
    state: answeredAt ? 'in-progress' : source.agencyId ? 'referred' : 'new',
  }
}

export const takeBackOnPaper = (paper: Paper, it: Case, type: 'merged' | 'split'): boolean =>
  joinings(it, type, paper).some((event) => {
    const { otherId, before, stay } = event.data
    if (!otherId || !before) return false
    const from = caseBy(paper, otherId)
    const cause = { before, stay, cause: event.id }
    return type === 'merged' ? partAgain(paper, it, from, cause) : joinAgain(paper, it, from, cause)
  })

interface Cause {
  before: { own: CaseStanding; other: CaseStanding | null }
  stay: string[] | undefined
  cause: string
}

const partAgain = (
  paper: Paper,
  into: Case,
  from: Case,
  { before, stay, cause }: Cause,
): boolean => {
  if (rules.whyNotPart(into, from, shares(paper, into, from, stay), chief, paper.now)) return false
  giveBack(paper, into, from, stay)
  const [taken, left] = [side(paper, from), side(paper, into)]
  const back = before.other ? rules.restored(from, before.other, taken) : {}
  const state = before.other?.state ?? ('reopened' as const)
  const other = save(paper, from, { ...back, mergedInto: null, endedAt: null, state })
  const current = save(paper, into, rules.restored(into, before.own, left))
  const clocks = { undoes: cause }
  return tellBoth(
    paper,
    { was: into, is: current, type: 'merge-undone', clocks },
    { was: from, is: other, type: 'merge-undone', clocks },
  )
}

/** A case that was split off and that nobody worked on: opened, then counted. */
const UNTOUCHED = 2

const joinAgain = (paper: Paper, into: Case, from: Case, { before, cause }: Cause): boolean => {
  const tookIn = paper.cases.some(({ mergedInto }) => mergedInto === from.id)
  if (rules.whyNotRejoin(into, { ...from, tookIn }, chief, paper.now)) return false
  const untouched = into.version === before.own.version && from.version === UNTOUCHED
  const owed = untouched ? null : owedFirst(paper, into, from)
  giveBack(paper, from, into)
  move(paper, from, into)
  const back = untouched ? rules.rejoined(into, before.own, side(paper, into)) : null
  const other = save(paper, from, rules.absorbed(into, paper.now))
  const current = save(paper, into, back ?? rules.merged(into, from))
  return tellBoth(
    paper,
    { was: into, is: current, type: 'split-undone', clocks: { undoes: cause, owed } },
    { was: from, is: other, type: 'split-undone' },
  )
}
