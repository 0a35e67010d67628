/** What the tables say of the cases of one life, in the words of the model. */
import { inArray } from 'drizzle-orm'
import type { Case } from '../../src/core/case.ts'
import type { CaseEvent } from '../../src/core/case-event.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { toCase, toEvent } from '../../src/store/case-rows.ts'
import { caseEvents, cases } from '../../src/store/schema/cases.ts'
import type { House as Store } from '../support/seed.ts'
import { type Facts, mergedAway } from './house.ts'
import { MINUTE } from './office.ts'
import type { Sight } from './reference.ts'
import type { Owner } from './steps.ts'

interface ClockRow {
  caseId: string
  clock: string
  leg: number
  agencyId: string | null
  state: string
  dueAt: Date | null
  outcome: string
  startedAt: Date
}

interface OfferRow {
  id: string
  caseId: string
  toAgencyId: string | null
  fromAgencyId: string | null
  state: string
}

export interface Stored {
  cases: Case[]
  events: CaseEvent[]
  posts: Facts['posts']
  clocks: ClockRow[]
  pending: OfferRow[]
}

export const storedNow = async ({ ask, ground }: Store, ids: string[]): Promise<Stored> => {
  const { db } = ground.connection
  const rows = (await db.select().from(cases).where(inArray(cases.id, ids))).map(toCase)
  const told = db.select().from(caseEvents).where(inArray(caseEvents.caseId, ids))
  const [events, posts, clocks, pending] = [
    await told.orderBy(caseEvents.id),
    await ask<Stored['posts'][number]>(
      'select id, case_id as "caseId", came_from as "cameFrom" from posts where case_id = any($1) order by id',
      [ids],
    ),
    await ask<ClockRow>(
      `select case_id as "caseId", clock, leg, agency_id as "agencyId", state, due_at as "dueAt",
         outcome, started_at as "startedAt" from clocks where case_id = any($1)
       order by case_id, clock, leg`,
      [ids],
    ),
    await ask<OfferRow>(
      `select id, case_id as "caseId", to_agency_id as "toAgencyId", state,
         from_agency_id as "fromAgencyId" from offers
       where state in ('open', 'undecided') and case_id = any($1)`,
      [ids],
    ),
  ]
  const mine = ids.map((id) => rows.find((each) => each.id === id) as Case)
  return { cases: mine, events: events.map(toEvent), posts, clocks, pending }
}

export const factsOf = ({ cases: all, events, posts, clocks }: Stored): Facts => ({
  cases: all.map(({ id, state, agencyId, mergedInto, version }) => ({
    ...{ id, state, agencyId, mergedInto, version },
  })),
  posts,
  starts: clocks
    .filter(({ clock }) => clock === 'citizen')
    .map(({ caseId, startedAt }) => ({ caseId, at: startedAt })),
  firstPosts: all.map(({ id, firstPostAt }) => [id, firstPostAt] as const),
  mergedAway: mergedAway(all, events, posts),
  written: events.length,
})

export const sightOf = (stored: Stored, viewers: Map<string, Viewer>, now: Date): Sight[] => {
  const names = new Map([...viewers].map(([name, { userId }]) => [userId, name]))
  return stored.cases.map((it) => sight(stored, it, names, now))
}

const minute = (at: Date | null): number | null => (at === null ? null : at.getTime() / MINUTE)

const sight = (
  { cases: all, clocks, pending }: Stored,
  it: Case,
  names: Map<string, string>,
  now: Date,
): Sight => {
  const { id, state, agencyId, urgency, category, claim, answeredAt, followedUpAt } = it
  const into = all.findIndex((each) => each.id === it.mergedInto)
  const offers = pending.filter(({ caseId }) => caseId === id)
  return {
    ...{ state, owner: agencyId as Owner, urgency, category },
    holder: claim && claim.until > now ? (names.get(claim.userId) ?? 'a stranger') : null,
    answeredAt: minute(answeredAt),
    followed: followedUpAt !== null,
    mergedInto: into < 0 ? null : into,
    posts: it.postCount,
    offer: offers.map((each) => `${each.toAgencyId ?? 'desk'} ${each.state}`).join() || null,
    clocks: clocks
      .filter(({ caseId }) => caseId === id)
      .map(lineOf)
      .toSorted(),
  }
}

const lineOf = ({ clock, leg, agencyId, state, dueAt, outcome }: ClockRow): string =>
  [clock, leg, agencyId ?? '-', state, minute(dueAt) ?? 'no deadline', outcome].join(' ')
