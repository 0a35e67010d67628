import type { Delivery, DeliveryResult, Notifier } from '../ports/notifier.ts'
import { failed, resultOf, unreached } from './http-result.ts'
import { type NotifierDeps, telegramApiOf } from './notifier-deps.ts'
import { alertChat } from './telegram/alert-chat.ts'

const WHO = 'Telegram'

/** To a group of the staff, by a bot that is a member of it. */
export const createTelegram = (deps: NotifierDeps): Notifier => ({
  kind: 'telegram',
  deliver: (delivery, signal) => deliver(deps, delivery, signal),
})

async function deliver(
  deps: NotifierDeps,
  { channel, secrets, message }: Delivery,
  signal: AbortSignal,
): Promise<DeliveryResult> {
  if (signal.aborted) return failed('pengiriman dihentikan', true)
  const { chatId } = channel.settings
  if (!secrets.token || !chatId) return failed('token bot atau ID grup belum diisi', false)
  const response = await deps
    .fetch(`${telegramApiOf(deps)}/bot${secrets.token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: chatId, ...alertChat(message) }),
    })
    .catch((error: Error) => error)
  return response instanceof Error ? unreached(WHO, response) : resultOf(WHO, response, deps)
}
