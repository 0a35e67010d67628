import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case } from '../../src/core/case.ts'
import { transfer } from '../../src/core/case-rules.ts'
import type { CustodyDecision, CustodyWrite } from '../../src/core/custody-change.ts'
import { decide } from '../../src/core/custody-decision.ts'
import { isPending, type Offer } from '../../src/core/offer.ts'
import { accept } from '../../src/core/offer-accepted.ts'
import { expire } from '../../src/core/offer-answer.ts'
import { giveBack } from '../../src/core/offer-returned.ts'
import { offer, withdraw } from '../../src/core/offer-rules.ts'
import type { Viewer } from '../../src/core/roles.ts'
import type { Task } from '../../src/core/task.ts'
import { openTask } from '../../src/core/task-rules.ts'
import { aCase } from '../http/fake-ports.ts'

const DAY = 86_400_000
/** Every day is a working day here, and ends at midnight: the calendar has tests of its own. */
const working = {
  endOfWorkingDay: (from: Date, n: number) =>
    new Date((Math.floor(from.getTime() / DAY) + n + 1) * DAY - 1),
}

const AGENCIES = ['a', 'b', 'c'] as const
const officerOf = (agencyId: string): Viewer => ({
  userId: `u-${agencyId}`,
  name: agencyId,
  governmentId: 'pemprov-contoh',
  agencyId,
  roles: ['desk-officer'],
})
const chief: Viewer = { ...officerOf('kominfo'), roles: ['coordinator'] }

type Step =
  | { do: 'offer'; to: string }
  | { do: 'accept' | 'return' | 'withdraw' | 'look' }
  | { do: 'decide'; owner: string }
  | { do: 'wait'; days: number }

const agency = fc.constantFrom(...AGENCIES)
const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: agency.map((to): Step => ({ do: 'offer', to })) },
  fc.constantFrom<Step>({ do: 'accept' }, { do: 'return' }, { do: 'withdraw' }, { do: 'look' }),
  fc.constantFrom('stay', 'desk', ...AGENCIES).map((owner): Step => ({ do: 'decide', owner })),
  fc.integer({ min: 0, max: 3 }).map((days): Step => ({ do: 'wait', days })),
)

/** What the rules decide, applied in memory as the store does it. */
const world = () => {
  let current: Case = aCase({ agencyId: 'a' })
  const offers: Offer[] = []
  let now = new Date('2026-03-02T03:00:00Z')
  const told: string[] = []
  const apply = (decision: CustodyDecision): boolean => {
    if (decision.kind === 'refused') return false
    for (const { patch, event } of decision.steps) {
      current = { ...current, ...patch }
      told.push(event?.type ?? '')
    }
    for (const write of decision.writes) keep(offers, current, write)
    return true
  }
  return {
    offers,
    told,
    apply,
    now: () => now,
    pass: (days: number) => {
      now = new Date(now.getTime() + days * DAY)
    },
    current: () => current,
  }
}

const keep = (offers: Offer[], { id, governmentId }: Case, write: CustodyWrite): void => {
  if (write.kind === 'offered')
    offers.push({ ...blank, ...write.offer, ...clockOf(write.offer), caseId: id, governmentId })
  if (write.kind !== 'offer-changed') return
  const at = offers.findIndex((each) => each.id === write.offerId)
  offers[at] = { ...(offers[at] as Offer), ...write.patch }
}

/** As its clock would say it. */
const clockOf = ({ offeredAt }: Pick<Offer, 'offeredAt'>) => ({
  dueAt: working.endOfWorkingDay(offeredAt, 1),
  given: { workingDays: 1 },
})

const blank = {
  state: 'open' as const,
  answeredAt: null,
  answeredBy: null,
  returnReason: null,
  returnText: null,
  returnOwner: null,
  escalatedAt: null,
  verdict: null,
}

const said = { reason: 'bukan-kewenangan' as const, text: 'x', proposedOwner: null }

const take = (it: ReturnType<typeof world>, step: Step): boolean => {
  const [current, now] = [it.current(), it.now()]
  const asked = it.offers.find(isPending)
  if (step.do === 'wait') it.pass(step.days)
  if (step.do === 'offer') {
    const by = current.agencyId ? officerOf(current.agencyId) : chief
    const target = { toKind: 'agency' as const, toAgencyId: step.to, toGovernmentId: null }
    const wish = { id: `o${it.offers.length}`, target, accused: false, ...said }
    return it.apply(offer(current, it.offers, by, now, wish))
  }
  if (!asked) return false
  const them = officerOf(asked.toAgencyId ?? '')
  if (step.do === 'accept') {
    const by = { accused: false, agencyId: null }
    return it.apply(accept(current, asked, them, now, by))
  }
  if (step.do === 'return') return it.apply(giveBack(it.offers, asked, them, now, said))
  if (step.do === 'withdraw') return it.apply(withdraw(asked, chief, now))
  if (step.do === 'look') return it.apply(expire(asked, now))
  if (step.do !== 'decide') return false
  const wish = { owner: step.owner, reason: 'x', agencyKnown: true, accused: false, dueAt: null }
  return it.apply(decide(current, asked, chief, now, wish))
}

describe('custody, whatever they do', () => {
  it('only a yes or a decision changes the owner, and one offer at a time is on its way', () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 40, size: 'max' }), (steps) => {
        const it = world()
        for (const step of steps) {
          const before = it.current().agencyId
          const done = take(it, step)
          const moved = it.current().agencyId !== before
          if (moved) expect(done && ['accept', 'decide'].includes(step.do)).toBe(true)
          expect(it.offers.filter(isPending).length).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('an answer in time is never told as silence, however late the worker looks', () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 40, size: 'max' }), (steps) => {
        const it = world()
        for (const step of steps) take(it, step)
        for (const each of it.offers) {
          const inTime = each.answeredAt !== null && each.answeredAt <= each.dueAt
          const silent = each.escalatedAt?.getTime() === each.dueAt.getTime()
          if (inTime) expect(silent).toBe(false)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('nobody returns a case three times: the coordinator has the word after the second', () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 60, size: 'max' }), (steps) => {
        const it = world()
        const done = steps.filter((step) => take(it, step)).map((step) => step.do)
        const turns = done.filter((what) => ['return', 'accept', 'decide'].includes(what)).join(' ')
        expect(turns).not.toContain('return return return')
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the second return', () => {
  const go = (...steps: Step[]) => {
    const it = world()
    for (const step of steps) expect(take(it, step), step.do).toBe(true)
    return it
  }
  const offerTo = (to: string): Step => ({ do: 'offer', to })
  const back: Step = { do: 'return' }

  it('is counted anew once the coordinator has decided', () => {
    const decided = [
      offerTo('b'),
      back,
      offerTo('c'),
      back,
      { do: 'decide', owner: 'stay' } as const,
    ]
    const again = go(...decided, offerTo('b'), back)
    expect(again.offers.at(-1)?.state).toBe('returned')
  })

  it('keeps the moment of the return when the coordinator decides later', () => {
    const it = go(offerTo('b'), back, offerTo('c'), back)
    const spoke = it.now()
    it.pass(1)
    expect(take(it, { do: 'decide', owner: 'stay' })).toBe(true)
    expect(it.offers.at(-1)).toMatchObject({ state: 'decided', answeredAt: spoke })
  })

  it('in the last moment of the working day is in time', () => {
    const it = go(offerTo('b'))
    const asked = it.offers.at(-1) as Offer
    const decision = giveBack(it.offers, asked, officerOf('b'), asked.dueAt, said)
    expect(decision).toMatchObject({ writes: [{ patch: { state: 'returned' } }] })
  })
})

it('a coordinator’s transfer stays a decision: nobody has to accept it', () => {
  const to = { agencyId: 'b', reason: 'jelas', mayTriage: true, accused: false }
  const moved = transfer(aCase({ agencyId: 'a' }), chief, new Date(), to)
  expect(moved).toMatchObject({ kind: 'changed', patch: { agencyId: 'b', state: 'referred' } })
})

it('AC-001-6: a fourth helper is one too many, a second task of the same helper is not', () => {
  const task = (agencyId: string): Task => ({
    id: agencyId,
    governmentId: 'g',
    caseId: 'k',
    kind: 'support',
    agencyId,
    assigneeId: null,
    title: 'x',
    startedAt: new Date(),
    target: { workingDays: 1 },
    state: 'open',
    handOverId: null,
    openedBy: null,
    endedAt: null,
    endedBy: null,
    result: null,
  })
  const tasks = ['b', 'c', 'd'].map(task)
  const current = aCase({ agencyId: 'a' })
  expect(openTask(current, { tasks }, task('e'))).toMatchObject({ code: 'too-many-supporters' })
  expect(openTask(current, { tasks }, task('d'))).toMatchObject({ kind: 'changed' })
  const [first, ...rest] = tasks
  const freed = [{ ...(first as Task), state: 'cancelled' as const }, ...rest]
  expect(openTask(current, { tasks: freed }, task('e'))).toMatchObject({ kind: 'changed' })
})
