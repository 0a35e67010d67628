export interface Source {
  id: string
  governmentId: string
  connector: string
  name: string
  enabled: boolean
  intervalSeconds: number
  settings: Record<string, unknown>
  /** Last four characters of each stored secret, never the secret. */
  secretHints: Record<string, string>
  health: SourceHealth
}

export interface SourceHealth {
  /** idle: enabled but lacks a credential, and says which. */
  state: 'ok' | 'idle' | 'failing' | 'paused' | 'never-polled'
  lastPollAt: Date | null
  lastSuccessAt: Date | null
  lastPostAt: Date | null
  /** Seconds between posting and storing of the newest post. */
  lagSeconds: number | null
  lastError: string | null
  lastErrorAt: Date | null
  failures: number
  nextPollAt: Date | null
  stored: number
}

export interface Sources {
  list(governmentId: string): Promise<Source[]>
  add(source: NewSource): Promise<Source>
  change(
    governmentId: string,
    sourceId: string,
    patch: Partial<Pick<Source, 'name' | 'enabled' | 'intervalSeconds' | 'settings'>> & {
      secrets?: Record<string, string>
    },
  ): Promise<Source | null>
  remove(governmentId: string, sourceId: string): Promise<boolean>
}

export interface NewSource {
  governmentId: string
  connector: string
  name: string
  enabled: boolean
  intervalSeconds: number
  settings: Record<string, unknown>
  secrets: Record<string, string>
}
