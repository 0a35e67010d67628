import type { NotifierDeps } from '../notifier-deps.ts'
import {
  answerTelegramButton,
  type PressedButton,
  pollTelegramAcknowledgements,
} from './poll-acknowledgements.ts'

type Deps = Pick<NotifierDeps, 'fetch' | 'clock' | 'readRateLimit' | 'telegramApi'>

/**
 * Hears the buttons of several bots. Where it was is kept in memory only: Telegram itself forgets
 * what was fetched past, and recording a press twice changes nothing.
 */
export const createTelegramEar = (deps: Deps) => {
  const offsets = new Map<string, number>()
  return {
    hear: async (token: string, chatIds: string[]): Promise<PressedButton[]> => {
      const offset = offsets.get(token) ?? 0
      const polled = await pollTelegramAcknowledgements(deps, { token, chatIds, offset })
      if (polled.kind === 'failed') return []
      offsets.set(token, polled.offset)
      return polled.pressed
    },
    answer: (token: string, callbackId: string, sentence: string): Promise<void> =>
      answerTelegramButton(deps, token, callbackId, sentence),
  }
}
