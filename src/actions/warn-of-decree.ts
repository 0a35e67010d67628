import type { Configuration, Government } from '../core/configuration.ts'
import { tellAt } from '../core/escalation.ts'
import { decreeWarning, missingDecree } from '../core/missing-decree.ts'
import { offsetOf } from '../core/working-time.ts'
import type { DecreeWarnings } from '../ports/background-work.ts'
import type { Clock } from '../ports/clock.ts'
import type { Configurations } from '../ports/configurations.ts'

export interface WarningPorts {
  clock: Clock
  configurations: Configurations
  decreeWarnings: DecreeWarnings
}

/**
 * A year without its decree: to the coordinators by their channels, once and then each week until it
 * is loaded. Returns the sentences for the log, whether or not anybody was told.
 */
export const warnOfDecree = async (ports: WarningPorts): Promise<string[]> => {
  const configuration = await ports.configurations.current()
  const years = new Set<number>()
  for (const government of configuration?.governments ?? []) {
    const year = await warnOne(ports, configuration?.calendars ?? [], government)
    if (year !== null) years.add(year)
  }
  return [...years].map(decreeWarning)
}

const warnOne = async (
  { clock, decreeWarnings }: WarningPorts,
  calendars: Configuration['calendars'],
  { id: governmentId, coordinator, quietHours, timezone }: Government,
): Promise<number | null> => {
  const now = clock.now()
  const year = missingDecree(calendars, now, timezone)
  if (year === null) return null
  await decreeWarnings.tell({
    ...{ governmentId, coordinator, year, now, because: decreeWarning(year) },
    tellAt: tellAt(now, 'P4', quietHours ?? null, offsetOf(timezone)),
  })
  return year
}
