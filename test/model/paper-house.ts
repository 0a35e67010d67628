/**
 * The rules of core composed in memory as the store composes them: load, decide, save, run the clocks.
 * A case is frozen, so that a rule that changed what it was given would throw.
 */
import { mayWork } from '../../src/actions/change-case.ts'
import { expireCustody } from '../../src/actions/expire-custody.ts'
import { waitsForAnswer } from '../../src/core/answer-owed.ts'
import type { Case } from '../../src/core/case.ts'
import type { CaseDecision } from '../../src/core/case-change.ts'
import type { ClockName } from '../../src/core/case-clock.ts'
import type {
  CustodyDecision,
  CustodyRecords,
  CustodyWrite,
} from '../../src/core/custody-change.ts'
import { refuse } from '../../src/core/errors.ts'
import type { Offer } from '../../src/core/offer.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { remembering, undo } from '../../src/core/undo.ts'
import type { CustodyDoor } from '../../src/ports/custody.ts'
import { aCase } from '../http/fake-ports.ts'
import { actsOf, deed } from './deeds.ts'
import { type House, mergedAway } from './house.ts'
import { MINUTE } from './office.ts'
import { applied, caseBy, type Paper, type PaperOffer, put, tell, viewerOf } from './paper.ts'
import { openBook } from './paper-book.ts'
import { mergeOnPaper, splitOnPaper, takeBackOnPaper } from './paper-merging.ts'
import { province } from './province.ts'
import { actorOf, type Sight } from './reference.ts'
import type { Act, Opening, Owner, Step } from './steps.ts'

/** As store/custody-rows.ts. */
const withClock = (book: Paper['book'], { leg, ...row }: PaperOffer): Offer => {
  const reading = book.leg(row.caseId, 'offer', leg)
  if (!reading?.dueAt) throw new Error(`offer ${row.id} has no clock`)
  return { ...row, dueAt: reading.dueAt, given: reading.target }
}

const recordsOf = ({ offers, handOvers, tasks, book }: Paper, caseId: string): CustodyRecords => {
  const mine = <Row extends { caseId: string }>(rows: Row[]) =>
    rows.filter((row) => row.caseId === caseId)
  return {
    offers: mine(offers).map((row) => withClock(book, row)),
    handOvers: mine(handOvers),
    tasks: mine(tasks),
    laporMoves: [],
    clocks: book.legs(caseId),
    targets: book.targets,
  }
}

const unanswered = {
  ...{ state: 'open' as const, answeredAt: null, answeredBy: null, returnReason: null },
  ...{ returnText: null, returnOwner: null, escalatedAt: null, verdict: null },
}

const write = (paper: Paper, { id: caseId, governmentId }: Case, wanted: CustodyWrite): void => {
  const owned = { caseId, governmentId }
  if (wanted.kind === 'offered')
    paper.offers.push({
      ...unanswered,
      ...wanted.offer,
      ...owned,
      leg: paper.book.legs(caseId).offer?.leg ?? 0,
    })
  if (wanted.kind === 'offer-changed')
    paper.offers = paper.offers.map((each) =>
      each.id === wanted.offerId ? { ...each, ...wanted.patch } : each,
    )
  if (wanted.kind === 'handed-over')
    paper.handOvers.push({
      ...wanted.handOver,
      ...owned,
      ...{ outcome: null, outcomeAt: null, outcomeText: null, endedAt: null },
    })
  if (wanted.kind === 'hand-over-changed')
    paper.handOvers = paper.handOvers.map((each) =>
      each.id === wanted.handOverId ? { ...each, ...wanted.patch } : each,
    )
}

const decided = (
  paper: Paper,
  viewer: Viewer | null,
  current: Case,
  decision: CustodyDecision,
): boolean => {
  if (decision.kind === 'refused') return false
  let saved = current
  for (const change of decision.steps) {
    const kept = remembering(saved, change)
    if (kept.kind === 'changed') saved = applied(paper, viewer, saved, kept)
  }
  for (const wanted of decision.writes) write(paper, saved, wanted)
  return true
}

// ------------------------------------------------------------------ the house

export const openPaper = (openings: Opening[], start: Date): House => {
  const paper: Paper = {
    ...{ now: start, cases: [], events: [], posts: [], offers: [], handOvers: [], tasks: [] },
    book: openBook(province),
  }
  for (const opening of openings) open(paper, opening)
  return {
    take: async (step) => take(paper, step),
    sight: async () => paper.cases.map((it) => sight(paper, it)),
    facts: async () => ({
      cases: paper.cases,
      posts: postsOf(paper),
      starts: paper.book.citizenStarts(),
      firstPosts: paper.cases.map(({ id, firstPostAt }) => [id, firstPostAt] as const),
      mergedAway: mergedAway(paper.cases, paper.events, postsOf(paper)),
      written: paper.events.length,
    }),
  }
}

const postsOf = ({ posts }: Paper) =>
  posts.map(({ id, caseId, cameFrom }) => ({ id, caseId, cameFrom: [...cameFrom] }))

const open = (paper: Paper, { owner, urgency, lag }: Opening): void => {
  const at = new Date(paper.now.getTime() - lag * MINUTE)
  const n = paper.cases.length
  const opened = put(paper, {
    ...aCase({ id: `kasus-${n}`, code: `K-${n}`, agencyId: owner, urgency, openedAt: paper.now }),
    ...{ state: owner ? 'referred' : 'new', firstPostAt: at, lastPostAt: at, version: 1 },
  })
  addPost(paper, opened.id, at)
  tell(paper, null, { was: null, is: opened }, { type: 'opened', data: {} })
  paper.book.run(null, opened, { type: 'opened', at: paper.now })
}

const addPost = (paper: Paper, caseId: string, at: Date): void => {
  const id = `kiriman-${String(paper.posts.length).padStart(3, '0')}`
  paper.posts.push({ id, caseId, cameFrom: [], at, found: paper.now, answeredAt: null })
}

const take = async (paper: Paper, step: Step): Promise<boolean> => {
  if (step.do === 'wait') {
    paper.now = new Date(paper.now.getTime() + step.minutes * MINUTE)
    return true
  }
  if (step.do === 'look') return look(paper)
  const it = paper.cases[step.case % paper.cases.length] as Case
  if (step.do === 'merge')
    return mergeOnPaper(paper, it, paper.cases[step.other % paper.cases.length] as Case)
  if (step.do === 'split') return splitOnPaper(paper, it)
  if (step.do === 'unmerge' || step.do === 'unsplit')
    return takeBackOnPaper(paper, it, step.do === 'unmerge' ? 'merged' : 'split')
  if (step.do === 'undo') return undone(paper, it, step)
  if (step.do === 'join') return joined(paper, it, step.lag)
  return acted(paper, withDuty(paper, it), step)
}

/** As store/run-clocks.ts writes it beside the deadline. */
const withDuty = ({ book }: Paper, it: Case): Case =>
  Object.freeze({ ...it, owesAnswer: waitsForAnswer(it, book.legs(it.id).answer) })

const acted = (paper: Paper, current: Case, step: Act): boolean => {
  const records = recordsOf(paper, current.id)
  const asked = records.offers.find(({ state }) => state === 'open' || state === 'undecided')
  const offer = asked && { to: asked.toAgencyId as Owner, from: asked.fromAgencyId as Owner }
  const viewer = viewerOf(actorOf({ owner: current.agencyId as Owner, offer: offer ?? null }, step))
  const id = () => `nomor-${paper.events.length}-${paper.offers.length}-${paper.handOvers.length}`
  const given = { current, records, viewer, now: paper.now, id }
  return decided(paper, viewer, current, deed(given, step))
}

const joined = (paper: Paper, it: Case, lag: number): boolean => {
  if (it.endedAt !== null || it.mergedInto !== null) return false
  const at = new Date(paper.now.getTime() - lag * MINUTE)
  addPost(paper, it.id, at)
  const { postCount, authorCount, firstPostAt, lastPostAt } = it
  const grown = put(paper, {
    ...it,
    ...{ postCount: postCount + 1, authorCount: authorCount + 1 },
    firstPostAt: at < firstPostAt ? at : firstPostAt,
    lastPostAt: at > lastPostAt ? at : lastPostAt,
  })
  tell(paper, null, { was: it, is: grown }, { type: 'post-joined', data: {} })
  paper.book.run(it, grown, { type: 'post-joined', at: paper.now })
  return true
}

const undone = (paper: Paper, it: Case, step: Extract<Step, { do: 'undo' }>): boolean => {
  const acts = actsOf(paper.events.filter(({ caseId }) => caseId === it.id))
  const event = acts.at(-1 - step.back)
  if (!event) return false
  const doer = event.actor?.userId ?? 'deputy'
  const viewer = viewerOf(step.byDoer ? doer : doer === 'chief' ? 'deputy' : 'chief')
  const later = paper.events.filter(
    ({ id, caseId }) => caseId === it.id && Number(id) > Number(event.id),
  )
  const may = mayWork(viewer, { agencyId: event.fromAgencyId })
  const decision: CaseDecision = may
    ? undo(it, { event, later }, viewer, paper.now)
    : refuse('no-right')
  if (decision.kind === 'refused') return false
  applied(paper, viewer, it, decision)
  return true
}

/** The worker's own pass over the same cases. */
const look = async (paper: Paper): Promise<boolean> => {
  const change = async (
    _viewer: Viewer | null,
    door: CustodyDoor,
    _version: number | null,
    decide: (current: Case, records: CustodyRecords) => CustodyDecision,
  ) => {
    const current = caseBy(paper, door.by === 'system' ? door.caseId : '')
    const decision = decide(current, recordsOf(paper, current.id))
    decided(paper, null, current, decision)
    return decision.kind === 'refused'
      ? decision
      : { kind: 'changed' as const, case: current, there: null }
  }
  await expireCustody({
    clock: { now: () => paper.now },
    custody: { change },
    custodyWork: {
      passed: async (clock: ClockName, now: Date) =>
        paper.book.dueBefore(clock, now).filter((id) => clock !== 'offer' || isAsked(paper, id)),
      toldByLapor: async () => [],
      hearNews: async () => undefined,
    },
  } as unknown as Parameters<typeof expireCustody>[0])
  return true
}

const isAsked = ({ offers }: Paper, id: string): boolean =>
  offers.some(({ caseId, state, answeredAt }) => caseId === id && state === 'open' && !answeredAt)

const minute = (at: Date | null): number | null => (at === null ? null : at.getTime() / MINUTE)

const sight = (paper: Paper, it: Case): Sight => {
  const { id, state, agencyId, urgency, category, claim, answeredAt, followedUpAt } = it
  const into = paper.cases.findIndex((each) => each.id === it.mergedInto)
  const pending = paper.offers.filter(
    (each) => each.caseId === id && (each.state === 'open' || each.state === 'undecided'),
  )
  return {
    ...{ state, owner: agencyId as Owner, urgency, category },
    holder: claim && claim.until > paper.now ? claim.userId : null,
    answeredAt: minute(answeredAt),
    followed: followedUpAt !== null,
    mergedInto: into < 0 ? null : into,
    posts: it.postCount,
    offer: pending.map((each) => `${each.toAgencyId ?? 'desk'} ${each.state}`).join() || null,
    clocks: paper.book.lines(id),
  }
}
