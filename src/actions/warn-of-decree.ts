import { decreeWarning, missingDecree } from '../core/missing-decree.ts'
import type { Ports } from '../ports/ports.ts'

/** For the log, once a day: the console tells the coordinator as well. */
export const warnOfDecree = async ({
  clock,
  configurations,
}: Pick<Ports, 'clock' | 'configurations'>): Promise<string[]> => {
  const configuration = await configurations.current()
  if (!configuration) return []
  const { calendars, governments } = configuration
  const years = governments.flatMap(
    ({ timezone }) => missingDecree(calendars, clock.now(), timezone) ?? [],
  )
  return [...new Set(years)].map(decreeWarning)
}
