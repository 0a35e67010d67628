/** The same steps through the real stores on Postgres; one database serves many lives, one after another. */
import { changeCase } from '../../src/actions/change-case.ts'
import { expireCustody } from '../../src/actions/expire-custody.ts'
import type { Case } from '../../src/core/case.ts'
import { type CustodyRecords, isLive } from '../../src/core/custody-change.ts'
import { refuse } from '../../src/core/errors.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { undo } from '../../src/core/undo.ts'
import type { CustodyDoor } from '../../src/ports/custody.ts'
import {
  asRead,
  incoming,
  newCaseOf,
  openHouse,
  PROVINCE,
  person,
  receive,
  type House as Store,
} from '../support/seed.ts'
import { actsOf, deed } from './deeds.ts'
import { type House, joinings } from './house.ts'
import { MINUTE } from './office.ts'
import { PEOPLE } from './people.ts'
import { province } from './province.ts'
import { actorOf } from './reference.ts'
import type { Act, Opening, Owner, Step } from './steps.ts'
import { factsOf, type Stored, sightOf, storedNow } from './stored-sight.ts'

export interface Province {
  store: Store
  viewers: Map<string, Viewer>
  clock: { now(): Date; set(at: Date): void }
  close(): Promise<void>
}

export const openProvince = async (): Promise<Province> => {
  let hand = new Date(0)
  const clock = { now: () => hand, pass: () => undefined }
  const store = await openHouse(province, clock)
  const viewers = new Map<string, Viewer>()
  for (const [name, wish] of Object.entries(PEOPLE))
    viewers.set(name, await person(store, { ...wish, username: name }))
  const set = (at: Date) => {
    hand = at
  }
  return { store, viewers, clock: { now: clock.now, set }, close: () => store.close() }
}

export const openStored = async (
  { store, viewers, clock }: Province,
  openings: Opening[],
  start: Date,
): Promise<House> => {
  clock.set(start)
  await forget(store)
  const ids: string[] = []
  for (const opening of openings) ids.push(await open(store, opening, clock.now()))
  const life: Life = { store, viewers, clock, ids }
  let known: Promise<Stored> | null = null
  const look = () => {
    known ??= storedNow(store, ids)
    return known
  }
  return {
    take: async (step) => {
      const done = await take(life, step, await look())
      known = null
      return done
    },
    sight: async () => sightOf(await look(), viewers, clock.now()),
    facts: async () => factsOf(await look()),
  }
}

/** What an earlier life left behind lies in its own future: nothing may come of it any more. */
const forget = async ({ ask }: Store): Promise<void> => {
  await ask(`update cases set state = 'archived', is_open = false where state <> 'archived'`)
  await ask(`update offers set state = 'withdrawn' where state in ('open', 'undecided')`)
  await ask(`update clocks set state = 'stopped' where state <> 'stopped'`)
}

interface Life extends Omit<Province, 'close'> {
  ids: string[]
}

const anybody = () => true

const oneMore = async (store: Store, postedAt: Date, now: Date) => {
  const postIds = await receive(store, [incoming({ postedAt })], { receivedAt: now })
  const { token, posts } = await store.readingWork.lease(postIds)
  const [post] = posts
  if (!post) throw new Error('the post was not leased')
  return { post, hold: { token, postIds } }
}

const open = async (store: Store, { owner, urgency, lag }: Opening, now: Date): Promise<string> => {
  const { post, hold } = await oneMore(store, new Date(now.getTime() - lag * MINUTE), now)
  const wanted = newCaseOf({ agencyId: owner, urgency })
  let id = ''
  await store.gathering.at(PROVINCE, hold, async (desk) => {
    id = (await desk.open(asRead(post, { agency: owner, urgency: 'P4' }), wanted, now)).id
  })
  return id
}

const join = async ({ store, clock }: Life, into: Case, lag: number): Promise<boolean> => {
  if (!isLive(into) || into.mergedInto) return false
  const postedAt = new Date(clock.now().getTime() - lag * MINUTE)
  const { post, hold } = await oneMore(store, postedAt, clock.now())
  await store.gathering.at(PROVINCE, hold, async (desk) => {
    await desk.join(asRead(post, { urgency: 'P4' }), into, { because: [] }, clock.now())
  })
  return true
}

const take = async (life: Life, step: Step, stored: Stored): Promise<boolean> => {
  const { clock, store } = life
  if (step.do === 'wait') {
    clock.set(new Date(clock.now().getTime() + step.minutes * MINUTE))
    return true
  }
  if (step.do === 'look') {
    await expireCustody({ ...store, clock })
    return true
  }
  const it = stored.cases[step.case % stored.cases.length] as Case
  if (step.do === 'undo') return undone(life, it, step, stored)
  if (step.do === 'join') return join(life, it, step.lag)
  if ('who' in step) return acted(life, it, step, stored)
  return moved(life, it, step, stored)
}

const chiefOf = ({ viewers }: Life) => viewers.get('chief') as Viewer
const anyVersion = ({ id }: Pick<Case, 'id'>) => ({ caseId: id, version: null })

type Moving = Extract<Step, { do: 'merge' | 'split' | 'unmerge' | 'unsplit' }>

const moved = async (life: Life, it: Case, step: Moving, stored: Stored): Promise<boolean> => {
  const { merging } = life.store
  const chief = chiefOf(life)
  if (step.do === 'merge') {
    const from = stored.cases[step.other % stored.cases.length] as Case
    const pair = { into: anyVersion(it), from: anyVersion(from) }
    return (await merging.merge(chief, pair, anybody)).kind === 'changed'
  }
  if (step.do === 'split') {
    const mine = stored.posts.filter(({ caseId }) => caseId === it.id).map(({ id }) => id)
    const half = mine.slice(Math.ceil(mine.length / 2))
    const result = await merging.split(chief, anyVersion(it), half, anybody)
    if (result.kind === 'changed') life.ids.push(result.other.id)
    return result.kind === 'changed'
  }
  for (const { id } of joinings(it, step.do === 'unmerge' ? 'merged' : 'split', stored)) {
    const result = await merging.undo(chief, anyVersion(it), id, anybody)
    if (result.kind === 'changed') return true
  }
  return false
}

const CUSTODY = [
  ...['offer', 'decide', 'withdraw', 'accept', 'return', 'hand-over', 'come-back', 'reopen'],
]
/** No verb of a case alone asks for these. */
const none = {} as CustodyRecords

const acted = async (life: Life, it: Case, step: Act, { pending }: Stored): Promise<boolean> => {
  const { store, viewers, clock } = life
  const asked = pending.find(({ caseId }) => caseId === it.id)
  const offer = asked ? { to: asked.toAgencyId as Owner, from: asked.fromAgencyId as Owner } : null
  const viewer = viewers.get(actorOf({ owner: it.agencyId as Owner, offer }, step)) as Viewer
  const given = { viewer, now: clock.now(), id: () => store.ids.next() }
  if (!CUSTODY.includes(step.do)) {
    const decide = (current: Case) => {
      const decision = deed({ ...given, current, records: none }, step)
      return decision.kind === 'refused' ? decision : (decision.steps[0] ?? refuse('not-found'))
    }
    const ports = { ...store, clock }
    return (await changeCase(ports, viewer, anyVersion(it), decide)).kind === 'changed'
  }
  const answers = step.do === 'accept' || step.do === 'return'
  const door: CustodyDoor =
    answers && asked ? { by: 'offer', offerId: asked.id } : { by: 'case', caseId: it.id }
  const changed = await store.custody.change(viewer, door, null, (current, records) =>
    deed({ ...given, current, records }, step),
  )
  return changed.kind === 'changed'
}

const undone = async (
  { store, viewers, clock }: Life,
  it: Case,
  step: Extract<Step, { do: 'undo' }>,
  { events }: Stored,
): Promise<boolean> => {
  const event = actsOf(events.filter(({ caseId }) => caseId === it.id)).at(-1 - step.back)
  if (!event) return false
  const named = (name: string) => viewers.get(name) as Viewer
  const doer = [...viewers.values()].find(({ userId }) => userId === event.actor?.userId)
  const other = doer?.userId === named('chief').userId ? named('deputy') : named('chief')
  const viewer = step.byDoer ? (doer ?? named('deputy')) : other
  const result = await store.cases.undo(viewer, it.id, null, event.id, (current, taken) =>
    undo(current, taken, viewer, clock.now()),
  )
  return result.kind === 'changed'
}
