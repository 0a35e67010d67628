/** One text, a reply for each author in each thread, fitted to its channel. */
import { type Answer, HOLD_SECONDS } from './answer.ts'
import type { AnswerDesk, NewTarget } from './answer-desk.ts'
import { variantFor } from './answer-variant.ts'
import type { Reporter } from './reporters.ts'

export const holdFrom = (now: Date): Date => new Date(now.getTime() + HOLD_SECONDS * 1000)

export const targetsFor = (
  { case: about, reachable }: Pick<AnswerDesk, 'case' | 'reachable'>,
  answer: Pick<Answer, 'id' | 'text'>,
  reporters: readonly Reporter[],
  nextAt: Date,
): NewTarget[] =>
  reporters.map(({ removed, ...reporter }) => {
    const handle = reporter.authorHandle
    const { text, because } = variantFor(reporter.platform, {
      text: answer.text,
      handle,
      code: about.code,
    })
    const byApi = !about.confidential && !about.sample && reachable.has(reporter.platform)
    const common = { ...reporter, answerId: answer.id, text }
    if (removed)
      return {
        ...common,
        state: 'skipped',
        because: ['Kiriman warga sudah dihapus.'],
        nextAt: null,
      }
    return byApi
      ? { ...common, state: 'held', because, nextAt }
      : { ...common, state: 'manual', because, nextAt: null }
  })
