/** What one person, or a citizen, does to one case of the model: the event's name, or null: refused. */
import { after, isFree, isOpen, type Known, lease, leg } from './reference-case.ts'
import { dueOf } from './reference-clocks.ts'
import {
  accepted,
  cameBack,
  claimed,
  givenBack,
  handedOver,
  withdrawn,
} from './reference-custody.ts'
import { citizenTarget } from './reference-duties.ts'
import type { PLAIN } from './steps.ts'

type Verb = (it: Known, user: string, now: number) => string | null

/** Work takes the case into one's hand; whoever has it in theirs keeps the others out. */
const working =
  (type: string, done: (it: Known, now: number) => void): Verb =>
  (it, user, now) => {
    const state = after(it.state, 'work')
    if (!isFree(it, user, now) || !state) return null
    Object.assign(it, { state, claim: lease(user, now) })
    done(it, now)
    return type
  }

const ending =
  (move: 'resolve' | 'dismiss', type: string, may: (it: Known) => boolean): Verb =>
  (it, user, now) => {
    const state = after(it.state, move)
    if (!may(it) || !isFree(it, user, now) || !state) return null
    Object.assign(it, { state, claim: null, offer: null })
    return type
  }

const asking =
  (type: string): Verb =>
  (it, user, now) => {
    const state = after(it.state, 'ask')
    if (!isFree(it, user, now) || !state) return null
    Object.assign(it, { state, claim: null })
    return type
  }

/** What went into another case comes back by taking the merge back, and not otherwise. */
const again: Verb = (it, _user, now) => {
  const window = leg(it, 'reopening')
  const due = window && !window.stop ? dueOf(window) : null
  if (it.state === 'archived' || (due !== null && now > due)) return null
  const state = after(it.state, 'reopen')
  if (!state || it.mergedInto !== null) return null
  Object.assign(it, { state, claim: null, owes: true })
  return 'reopened'
}

export const VERBS: Record<(typeof PLAIN)[number], Verb> = {
  claim: claimed,
  heartbeat: (it, user, now) => {
    if (!isFree(it, user, now) || it.claim?.user !== user) return null
    it.claim = lease(user, now)
    return 'silent'
  },
  release: (it, user, now) => {
    if (!isFree(it, user, now) || !it.claim) return null
    it.claim = null
    return 'released'
  },
  'take-over': (it, user, now) => {
    const state = after(it.state, 'accept')
    if (!state) return null
    Object.assign(it, { state, claim: lease(user, now) })
    return 'claimed'
  },
  verify: (it, user, now) => {
    const state = after(it.state, 'verify')
    if (!isFree(it, user, now) || !state) return null
    it.state = state
    return 'verified'
  },
  answer: working('answered', (it, now) => {
    it.answeredAt ??= now
    it.owes = false
    for (const post of it.posts) post.answered ??= now
  }),
  greet: working('greeted', () => undefined),
  'follow-up': working('followed-up', (it, now) => {
    it.followedAt ??= now
  }),
  ask: asking('reporter-asked'),
  'ask-unseen': asking('reporter-asked'),
  reply: (it) => {
    const state = after(it.state, 'reply')
    if (!state) return null
    it.state = state
    return 'reporter-replied'
  },
  resolve: ending('resolve', 'resolved', (it) => !it.owes && it.followedAt !== null),
  'resolve-privately': ending('resolve', 'resolved', (it) => it.followedAt !== null),
  dismiss: ending('dismiss', 'dismissed', () => true),
  reopen: again,
  object: (it, user, now) => (it.state === 'resolved' ? again(it, user, now) : null),
  'hand-over': handedOver,
  'come-back': cameBack,
  recategorise: (it, user, now) => {
    if (!isFree(it, user, now) || !isOpen(it)) return null
    it.category = it.category === 'jalan.rusak' ? 'air.pdam' : 'jalan.rusak'
    const citizen = leg(it, 'citizen')
    if (citizen) citizen.target = citizenTarget(it)
    return 'recategorised'
  },
  withdraw: withdrawn,
  accept: accepted,
  return: givenBack,
}
