import { STATE_LABELS } from '../core/case-state.ts'
import type { Configuration, Government } from '../core/configuration.ts'
import { publicPlace } from '../core/public-case.ts'
import type { Ports } from '../ports/ports.ts'
import type { TrackedCase } from '../ports/reporters.ts'

/** What the page of a code says: no handle, no word of a citizen, no officer. */
export interface CasePage {
  code: string
  stage: string
  since: Date
  owner: string
  /** What it is about, in the words of the taxonomy. */
  about: string
  place: string | null
  /** When the first answer is due; null once answered. */
  dueAt: Date | null
  answered: boolean
  /** Until when "belum selesai" opens it again, or that this is over. */
  comesBack: { until: Date } | 'over' | null
  timezone: string
  zoneLabel: string
}

/** Null for a code that is none and for a case that has no public page: the same answer. */
export const trackCase = async (
  { clock, configurations, reporters }: Pick<Ports, 'clock' | 'configurations' | 'reporters'>,
  code: string,
): Promise<CasePage | null> => {
  const found = await reporters.tracked(code.toUpperCase())
  const configuration = await configurations.current()
  const government = configuration?.governments.find(({ id }) => id === found?.governmentId)
  return found && configuration && government
    ? pageOf(found, configuration, government, clock.now())
    : null
}

const pageOf = (
  { case: it, since, mayObjectUntil }: TrackedCase,
  { taxonomy }: Configuration,
  { name, agencies, timezone, zoneLabel }: Government,
  now: Date,
): CasePage => ({
  code: it.code,
  stage: STATE_LABELS[it.state],
  since,
  owner: agencies.find(({ id }) => id === it.agencyId)?.name ?? `Koordinator ${name}`,
  about: taxonomy.categories.find(({ id }) => id === it.category)?.label ?? 'Aduan warga',
  place: publicPlace(it.category, it.place),
  dueAt: it.dueAt,
  answered: it.answered,
  comesBack: mayObjectUntil && (mayObjectUntil > now ? { until: mayObjectUntil } : 'over'),
  timezone,
  zoneLabel,
})
