import type { Logger } from 'pino'
import type { Settings } from '../settings.ts'
import type { Tuning } from './postgres/cluster.ts'
import type { ServiceUser } from './run-program.ts'
import type { OwnServer } from './services.ts'

export type BringUpOptions = {
  /** Takes sentences for the person at the terminal, before something is done to the machine. */
  say?: (line: string) => void
  postgresTuning?: Tuning
  redisTuning?: string[]
}

/** What the two searches look around in. */
export type Surroundings = {
  settings: Settings
  log: Logger
  options: BringUpOptions
  home: string
  user?: ServiceUser | undefined
  /** Servers of our own, in the order in which they came up. */
  own: OwnServer[]
}
