import { answer } from '../core/case-rules.ts'
import { refuse } from '../core/errors.ts'
import { unfilledIn } from '../core/reply-template.ts'
import type { Viewer } from '../core/roles.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

export interface GivenAnswer {
  text: string
  url: string | null
  final: boolean
  /** When the citizen was answered; null is now. */
  answeredAt: Date | null
}

/** Records what the citizen was told, and where. The clock stops at the time that is stated. */
export const answerCase = (
  ports: CasePorts,
  viewer: Viewer,
  seen: SeenCase,
  said: GivenAnswer,
): Promise<CaseChanged> =>
  changeCase(ports, viewer, seen, (current, now) => {
    const [unfilled] = unfilledIn(said.text)
    if (unfilled) return refuse('template-unfinished', `Belum ditulis: ${unfilled}.`)
    const answeredAt = said.answeredAt ?? now
    // The stated time is what an agency is scored by, so it may not be set at will.
    if (answeredAt > now) return refuse('invalid-input', 'Waktu tanggapan berada di masa depan.')
    if (answeredAt < current.firstPostAt)
      return refuse('invalid-input', 'Waktu tanggapan mendahului kiriman warga.')
    return answer(current, viewer, now, { ...said, answeredAt })
  })
