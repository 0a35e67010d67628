/** One reply on its way to one author: posted by an officer's own hand, let go, or tried again. */
import { type Answer, type AnswerTarget, TARGET_STATE_LABELS, type TargetState } from './answer.ts'
import { inState, whereSaid } from './answer-desk.ts'
import type { Case } from './case.ts'
import { type Refusal, refuse } from './errors.ts'
import { whyNotSay } from './public-words.ts'

export interface TargetDesk {
  case: Case
  answer: Answer
  target: AnswerTarget
  /** A worker has it in hand just now: what becomes of it is the platform's to say. */
  sending: boolean
}

export interface TargetChange {
  kind: 'changed'
  patch: Partial<Pick<AnswerTarget, 'state' | 'because' | 'via' | 'attempts' | 'nextAt'>> & {
    externalId?: string | null
    externalUrl?: string | null
  }
  act: 'answer.recorded' | 'answer.skipped' | 'answer.retried'
  told: Record<string, unknown>
}
/** `unchanged`: what was asked for is so already. */
export type TargetDecision = TargetChange | { kind: 'unchanged' } | Refusal

const OPEN: ReadonlySet<TargetState> = new Set<TargetState>(['held', 'queued', 'manual', 'failed'])

const isAs = ({ state }: AnswerTarget): Refusal =>
  refuse('target-state', `Balasan ini berstatus “${TARGET_STATE_LABELS[state]}”.`)

const notInHand = ({ target, sending }: TargetDesk): Refusal | null =>
  !OPEN.has(target.state) || sending ? isAs(target) : null

/** The officer posted it there, and brings the address of the reply where there is one. */
export const recordTarget = (
  desk: TargetDesk,
  reply: { url: string | null; externalId: string | null },
): TargetDecision =>
  notInHand(desk) ?? {
    kind: 'changed',
    patch: {
      state: 'sent',
      via: 'manual',
      externalId: reply.externalId,
      externalUrl: reply.url,
      nextAt: null,
    },
    act: 'answer.recorded',
    told: { url: reply.url },
  }

/** It will not be said: the author is gone, or somebody answered already. */
export const skipTarget = (desk: TargetDesk, reason: string): TargetDecision =>
  notInHand(desk) ?? {
    kind: 'changed',
    patch: { state: 'skipped', because: [reason], nextAt: null },
    act: 'answer.skipped',
    told: { reason },
  }

/**
 * What failed for good is tried anew, as often as at first. The count goes on above the first
 * attempt: that one may have reached the platform, so the connector looks for our own reply before.
 */
export const retryTarget = (desk: TargetDesk, now: Date): TargetDecision => {
  const { case: about, answer, target } = desk
  if (target.state === 'queued') return { kind: 'unchanged' }
  if (target.state !== 'failed') return isAs(target)
  if (answer.state !== 'published') return inState(answer)
  if (about.confidential) return refuse('target-state', PRIVATE)
  const unsayable = whyNotSay(target.text, whereSaid(about))
  if (unsayable) return unsayable
  return {
    kind: 'changed',
    patch: { state: 'queued', attempts: 1, nextAt: now },
    act: 'answer.retried',
    told: { because: target.because },
  }
}

const PRIVATE = 'Kasus ini rahasia: jawab pelapor secara pribadi, lalu catat.'
