import type { Clock } from '../ports/clock.ts'
import type { SafeFetch, SafeResponse } from '../ports/connector.ts'

/** What the channels need of the outside; compose.ts hands it in. */
export interface NotifierDeps {
  fetch: SafeFetch
  clock: Clock
  /** The one reader of "not now" answers, which the connectors use as well. */
  readRateLimit(answer: SafeResponse, now: Date): { waitUntil: Date } | null
  /** null: this installation sends no mail, and says so. */
  smtp: { url: string; from: string } | null
  /** Another address of the Bot API: a server of one's own, or the emulator of the tests. */
  telegramApi?: string
}

export const telegramApiOf = ({ telegramApi }: Pick<NotifierDeps, 'telegramApi'>): string =>
  (telegramApi ?? 'https://api.telegram.org').replace(/\/+$/, '')
