/** Each step as the program's own rules are called for it; what the doors add before is added here too. */
import type { Case } from '../../src/core/case.ts'
import type { CaseDecision } from '../../src/core/case-change.ts'
import type { CaseEvent } from '../../src/core/case-event.ts'
import * as rules from '../../src/core/case-rules.ts'
import type { Closing } from '../../src/core/closing.ts'
import { unsatisfied } from '../../src/core/confirmation-rules.ts'
import {
  type CustodyDecision,
  type CustodyRecords,
  custodyChange,
} from '../../src/core/custody-change.ts'
import { decide } from '../../src/core/custody-decision.ts'
import { refuse } from '../../src/core/errors.ts'
import { handOver, recordOutcome } from '../../src/core/hand-over-rules.ts'
import { isPending, type Offer, type OfferTarget } from '../../src/core/offer.ts'
import { accept } from '../../src/core/offer-accepted.ts'
import { giveBack } from '../../src/core/offer-returned.ts'
import { offer, withdraw } from '../../src/core/offer-rules.ts'
import { changeUrgency, takeOver } from '../../src/core/queue-rules.ts'
import { askReporter, reporterReplied, verify } from '../../src/core/reporter-rules.ts'
import { hasRight, type Viewer } from '../../src/core/roles.ts'
import { whyNotReopen } from '../../src/core/silent-reporter.ts'
import type { Act, Owner, PLAIN } from './steps.ts'

type Deed = (
  given: { current: Case; records: CustodyRecords; viewer: Viewer; now: Date; id: () => string },
  step: Act,
) => CustodyDecision

const reason = 'menurut naskah'
const said = { reason: 'bukan-kewenangan' as const, text: reason, proposedOwner: null }

export const deed: Deed = (given, step) => {
  if (step.do === 'transfer') return one(transferred(given, step.to))
  if (step.do === 'urgency') {
    const { current, viewer, now } = given
    return one(changeUrgency(current, viewer, now, { urgency: step.to, reason }))
  }
  if (step.do === 'offer') return offered(given, step.to)
  if (step.do === 'decide') return decided(given, step.to)
  return PLAIN_DEEDS[step.do](given)
}

type Given = Parameters<Deed>[0]

const one = (decision: CaseDecision): CustodyDecision =>
  decision.kind === 'refused' ? decision : custodyChange([decision])

const transferred = ({ current, viewer, now }: Given, agencyId: Owner) =>
  rules.transfer(current, viewer, now, {
    ...{ agencyId, reason, accused: false },
    mayTriage: hasRight(viewer.roles, 'case:triage'),
  })

const target = (to: Owner): OfferTarget =>
  to
    ? { toKind: 'agency', toAgencyId: to, toGovernmentId: null }
    : { toKind: 'desk', toAgencyId: null, toGovernmentId: null }

const offered = ({ current, records, viewer, now, id }: Given, to: Owner) =>
  offer(current, records.offers, viewer, now, {
    ...{ id: id(), target: target(to), accused: false },
    ...said,
  })

const pending = ({ records }: Given, then: (asked: Offer) => CustodyDecision): CustodyDecision => {
  const asked = records.offers.find(isPending)
  return asked ? then(asked) : refuse('not-found')
}

const decided = (given: Given, to: Owner) =>
  pending(given, (asked) => {
    const { current, viewer, now } = given
    const wish = { owner: to ?? 'desk', reason, agencyKnown: true, accused: false }
    return decide(current, asked, viewer, now, wish)
  })

const told = (text: string, qualified: boolean, answeredAt: Date): rules.SaidElsewhere => ({
  ...{ text, url: null, final: false, answeredAt, qualified, because: [] },
})

const closing = (privateReason: string | null): Closing => ({
  ...{ text: reason, privateReason, evidence: 1, evidenceReason: null },
})

const PLAIN_DEEDS: Record<(typeof PLAIN)[number], (given: Given) => CustodyDecision> = {
  claim: ({ current, viewer, now }) => one(rules.claim(current, viewer, now)),
  heartbeat: ({ current, viewer, now }) => one(rules.renewClaim(current, viewer, now)),
  release: ({ current, viewer, now }) => one(rules.release(current, viewer, now)),
  'take-over': ({ current, viewer, now }) => one(takeOver(current, viewer, now, reason)),
  verify: ({ current, viewer, now }) => {
    const { category, kind, place } = current
    return one(verify(current, viewer, now, { category, kind, place: place?.name ?? null }))
  },
  answer: ({ current, viewer, now }) =>
    one(rules.answer(current, viewer, now, told('Sudah ditangani.', true, now))),
  greet: ({ current, viewer, now }) =>
    one(rules.answer(current, viewer, now, told('Terima kasih.', false, now))),
  'follow-up': ({ current, viewer, now }) =>
    one(rules.followUp(current, viewer, now, { type: 'field', text: reason })),
  ask: ({ current, viewer, now }) =>
    one(askReporter(current, viewer, now, { question: 'Di mana?', url: 'https://x.com/1' })),
  'ask-unseen': ({ current, viewer, now }) =>
    one(askReporter(current, viewer, now, { question: 'Di mana?', url: null })),
  reply: ({ current }) => one(reporterReplied(current, 'Di depan pasar.')),
  resolve: ({ current, viewer, now }) => one(rules.resolve(current, viewer, now, closing(null))),
  'resolve-privately': ({ current, viewer, now }) =>
    one(rules.resolve(current, viewer, now, closing('pelapor meminta'))),
  dismiss: ({ current, viewer, now }) => one(rules.dismiss(current, viewer, now, reason)),
  reopen: ({ current, records, now }) =>
    whyNotReopen(current, records.clocks, now) ?? one(rules.reopen(current, reason)),
  // the link of the reporter holds as long as the case is solved (store/reporters.ts)
  object: ({ current }) =>
    current.state === 'resolved' ? one(unsatisfied(current)) : refuse('illegal-move'),
  'hand-over': handedOver,
  'come-back': ({ current, records, viewer, now }) => {
    const found = records.handOvers.find(({ endedAt }) => !endedAt)
    const outcome = { outcome: 'ditolak' as const, text: reason, taskId: null }
    return found
      ? recordOutcome(current, found, records.tasks, viewer, now, outcome)
      : refuse('not-found')
  },
  recategorise: ({ current, viewer, now }) => {
    const category = current.category === 'jalan.rusak' ? 'air.pdam' : 'jalan.rusak'
    const rights = { confidential: false, ownerMayKeep: true, mayDeclassify: false }
    const to = { category, kind: current.kind, reason, ...rights }
    return one(rules.recategorise(current, viewer, now, to))
  },
  withdraw: (given) => pending(given, (asked) => withdraw(asked, given.viewer, given.now)),
  accept: (given) =>
    pending(given, (asked) => {
      const by = { accused: false, agencyId: null }
      return accept(given.current, asked, given.viewer, given.now, by)
    }),
  return: (given) =>
    pending(given, (asked) => {
      const { records, viewer, now } = given
      return giveBack(records.offers, asked, viewer, now, said)
    }),
}

function handedOver({ current, records, viewer, now, id }: Given): CustodyDecision {
  return handOver(current, records.offers, records.handOvers, viewer, now, {
    ...{ id: id(), checks: [], body: 'pln', bodyName: 'PLN', channel: 'surat' },
    ...{ reference: '1', contactRole: 'petugas', text: reason, nextCheckAt: null },
    calledFirst: 'petugas jaga',
  })
}

/** Acts that a person may ask to take back; what happens beside them is not one. */
const BESIDE = ['opened', 'post-joined', 'escalated', 'task-opened', 'task-cancelled']
export const actsOf = (events: CaseEvent[]): CaseEvent[] =>
  events.filter(({ type }) => !BESIDE.includes(type))
