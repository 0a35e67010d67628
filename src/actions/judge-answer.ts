import { COMPARED_DAYS, type Qualification, qualify } from '../core/qualified-answer.ts'
import type { Viewer } from '../core/roles.ts'
import type { Ports } from '../ports/ports.ts'

const DAY_MS = 24 * 3_600_000

/** Whether these words count as an answer in this case; null where the viewer may not see it. */
export const qualityOf = async (
  { answers, clock }: Pick<Ports, 'answers' | 'clock'>,
  viewer: Viewer,
  caseId: string,
  text: string,
): Promise<Qualification | null> => {
  const since = new Date(clock.now().getTime() - COMPARED_DAYS * DAY_MS)
  const ground = await answers.ground(viewer, caseId, since)
  return ground && qualify({ text, ...ground })
}
