import type { DeliveryWork } from '../ports/background-work.ts'
import type { ChannelKind } from '../ports/channels.ts'
import type { DeliveryResult, Notifier } from '../ports/notifier.ts'

export interface DeliveryPorts {
  deliveryWork: DeliveryWork
  notifiers: Record<ChannelKind, Notifier>
}

const DEADLINE_MS = 20_000

/** Sends one message; the outbox knows whether and when it is tried again. */
export const deliverAlert = async (
  { deliveryWork, notifiers }: DeliveryPorts,
  deliveryId: string,
): Promise<void> => {
  const delivery = await deliveryWork.begin(deliveryId)
  if (!delivery) return
  await deliveryWork.finish(delivery, await send(notifiers[delivery.channel.kind], delivery))
}

const send = async (
  notifier: Notifier,
  delivery: Parameters<Notifier['deliver']>[0],
): Promise<DeliveryResult> => {
  try {
    return await notifier.deliver(delivery, AbortSignal.timeout(DEADLINE_MS))
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', because, retry: true }
  }
}
