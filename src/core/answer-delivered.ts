import type { Answer, AnswerTarget } from './answer.ts'
import type { Case } from './case.ts'
import type { CaseChange } from './case-change.ts'
import { next } from './case-state.ts'

/**
 * What the first delivery of an answer means for its case: an answer that counts stops the wait for
 * a first answer; one that does not is told and leaves the wait as it was (domain §6.5, rule 1).
 */
export const firstDelivered = (
  current: Case,
  { id, text, kind, qualified, because }: Answer,
  { platform, externalUrl }: Pick<AnswerTarget, 'platform' | 'externalUrl'>,
  at: Date,
): CaseChange => {
  const moved = next(current.state, 'work')
  const state = moved.kind === 'moved' ? moved.state : current.state
  const final = kind === 'final'
  return {
    kind: 'changed',
    patch: {
      state,
      ...(qualified ? { answeredAt: current.answeredAt ?? at } : {}),
      ...(qualified && final ? { followedUpAt: current.followedUpAt ?? at } : {}),
    },
    event: {
      type: 'answered',
      data: {
        answerId: id,
        text,
        final,
        qualified,
        because,
        platform,
        ...(externalUrl ? { url: externalUrl } : {}),
      },
    },
  }
}
