/** Who may pass a case on in the model, and when it is passed on. */

import { endOfDays } from './office.ts'
import { after, isFree, isOpen, type Known, lease } from './reference-case.ts'
import type { Owner } from './steps.ts'

const OFFER_DAYS = 1
/** After that many returns nobody but the coordinator has the word. */
const RETURNS = 2

const give = (it: Known, owner: Owner, state: string): void => {
  Object.assign(it, { owner, state, claim: null })
}

export const transferred = (it: Known, user: string, now: number, to: Owner): string | null => {
  const isCoordinator = user === 'chief' || user === 'deputy'
  const owner = isCoordinator ? to : null
  const state = after(it.state, owner ? 'refer' : 'return')
  if (!isFree(it, user, now) || !state) return null
  give(it, owner, state)
  if (it.offer?.state === 'undecided' && owner) it.returns = 0
  it.offer = null
  return owner ? 'transferred' : 'returned'
}

export const offered = (it: Known, user: string, now: number, to: Owner): string | null => {
  if (!isFree(it, user, now) || !isOpen(it) || it.state === 'handed-over') return null
  if (it.offer || to === it.owner) return null
  it.offer = { to, from: it.owner, at: now, state: 'open', answered: false }
  return 'offered'
}

/** The one asked, or somebody who was not. */
const mayAnswer = ({ to }: { to: Owner }, user: string): boolean =>
  to === null ? user === 'chief' || user === 'deputy' : user.startsWith(to)

export const accepted = (it: Known, user: string, _now: number): string | null => {
  const { offer } = it
  if (!offer || offer.answered || !mayAnswer(offer, user)) return null
  give(it, offer.to, offer.to ? 'accepted' : 'returned')
  Object.assign(it, { offer: null, returns: 0 })
  return 'offer-accepted'
}

export const givenBack = (it: Known, user: string, now: number): string | null => {
  const { offer } = it
  if (!offer || offer.answered || !mayAnswer(offer, user)) return null
  it.returns += 1
  const decides = it.returns >= RETURNS || isLate(it, now)
  it.offer = decides ? { ...offer, state: 'undecided', answered: true } : null
  return 'offer-returned'
}

export const isLate = ({ offer }: Known, now: number): boolean =>
  offer !== null && now > endOfDays(offer.at, OFFER_DAYS)

export const withdrawn = (it: Known, user: string, _now: number): string | null => {
  const { offer } = it
  if (offer?.state !== 'open') return null
  const isCoordinator = user === 'chief' || user === 'deputy'
  if (!isCoordinator && !(offer.from && user.startsWith(offer.from))) return null
  it.offer = null
  return 'offer-withdrawn'
}

export const decided = (it: Known, user: string, _now: number, to: Owner): string | null => {
  if (it.offer?.state !== 'undecided' || (user !== 'chief' && user !== 'deputy')) return null
  if (to === null || to !== it.owner) give(it, to, to ? 'referred' : 'returned')
  Object.assign(it, { offer: null, returns: 0 })
  return 'offer-decided'
}

export const handedOver = (it: Known, user: string, now: number): string | null => {
  const state = after(it.state, 'hand-over')
  if (!isFree(it, user, now) || it.offer || it.outside || !state) return null
  Object.assign(it, { state, claim: null, outside: true })
  return 'handed-over'
}

export const cameBack = (it: Known): string | null => {
  if (!it.outside) return null
  const state = after(it.state, 'take-back')
  Object.assign(it, state ? { state, claim: null, outside: false } : { outside: false })
  return 'hand-over-ended'
}

export const claimed = (it: Known, user: string, now: number): string | null => {
  const state = after(it.state, 'accept')
  if (!isFree(it, user, now) || !state) return null
  Object.assign(it, { state, claim: lease(user, now) })
  return 'claimed'
}
