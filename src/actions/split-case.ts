import { firstAnswerDue } from '../core/deadline.ts'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import { createWorkingTime } from '../core/working-time.ts'
import type { Joined, Seen } from '../ports/merging.ts'
import type { Ports } from '../ports/ports.ts'
import { mayWork } from './change-case.ts'

/** Chosen posts speak of another problem: they become a case of their own. */
export const splitCase = async (
  { merging, configurations }: Pick<Ports, 'merging' | 'configurations'>,
  viewer: Viewer,
  seen: Seen,
  postIds: string[],
): Promise<Joined> => {
  const configuration = await configurations.current()
  const government = await configurations.government(viewer.governmentId)
  if (!configuration || !government) return refuse('not-found')
  const working = createWorkingTime(configuration.calendars, government.timezone)
  const chosen = {
    postIds: [...new Set(postIds)],
    due: (urgency: Parameters<typeof firstAnswerDue>[0], since: Date) =>
      firstAnswerDue(urgency, since, government.firstResponseMinutes, working),
  }
  return merging.split(viewer, seen, chosen, (current) => mayWork(viewer, current.agencyId))
}
