import type { ChannelKind } from '../ports/channels.ts'
import type { Notifier } from '../ports/notifier.ts'
import { createEmail } from './email.ts'
import type { NotifierDeps } from './notifier-deps.ts'
import { createTelegram } from './telegram.ts'
import { createWebhook } from './webhook.ts'

/** Every way in which an alert leaves the house: one line each. */
export const createNotifiers = (deps: NotifierDeps): Record<ChannelKind, Notifier> => ({
  webhook: createWebhook(deps),
  email: createEmail(deps),
  telegram: createTelegram(deps),
})
