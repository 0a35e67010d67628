import type { Source, SourceHealth } from '../../ports/sources.ts'
import type { SourceShape } from '../schemas/source.ts'
import { isoOrNull } from './moments.ts'

/** Field by field, so that a secret which one day slips into the row stays behind. */
export const sourceShape = (it: Source): SourceShape => ({
  id: it.id,
  connector: it.connector,
  name: it.name,
  enabled: it.enabled,
  intervalSeconds: it.intervalSeconds,
  settings: it.settings,
  secretHints: it.secretHints,
  health: healthShape(it.health),
})

const healthShape = (it: SourceHealth): SourceShape['health'] => ({
  state: it.state,
  lastPollAt: isoOrNull(it.lastPollAt),
  lastSuccessAt: isoOrNull(it.lastSuccessAt),
  lastPostAt: isoOrNull(it.lastPostAt),
  lagSeconds: it.lagSeconds,
  lastError: it.lastError,
  lastErrorAt: isoOrNull(it.lastErrorAt),
  failures: it.failures,
  nextPollAt: isoOrNull(it.nextPollAt),
  stored: it.stored,
})
