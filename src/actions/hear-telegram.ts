import type { Alerts } from '../ports/alerts.ts'
import type { DeliveryWork } from '../ports/background-work.ts'
import type { Channel } from '../ports/channels.ts'

export interface TelegramEar {
  /** Who pressed "Terima" since the last look; the ear remembers where it was. */
  hear(
    botToken: string,
    chatIds: string[],
  ): Promise<{ token: string; by: string; callbackId: string }[]>
  answer(botToken: string, callbackId: string, sentence: string): Promise<void>
}

export interface HearingPorts {
  alerts: Pick<Alerts, 'acknowledgeByToken'>
  deliveryWork: Pick<DeliveryWork, 'listening'>
  telegram: TelegramEar
}

const byBot = (found: { channel: Channel; secrets: Record<string, string> }[]) => {
  const bots = new Map<string, string[]>()
  for (const { channel, secrets } of found) {
    const { token } = secrets
    const { chatId } = channel.settings
    if (token && chatId) bots.set(token, [...(bots.get(token) ?? []), chatId])
  }
  return bots
}

/** A press of the button in the staff group says "seen" for the whole government. */
export const hearTelegram = async ({
  alerts,
  deliveryWork,
  telegram,
}: HearingPorts): Promise<void> => {
  for (const [botToken, chatIds] of byBot(await deliveryWork.listening('telegram'))) {
    for (const { token, by, callbackId } of await telegram.hear(botToken, chatIds)) {
      const result = await alerts.acknowledgeByToken(token, `Telegram: ${by}`)
      const sentence =
        result.kind === 'acknowledged'
          ? `Diterima: ${result.caseCode}`
          : 'Peringatan tidak dikenal.'
      await telegram.answer(botToken, callbackId, sentence)
    }
  }
}
