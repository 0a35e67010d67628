import type { ChannelBody } from '../../http/schemas/channel.ts'
import type { Channel } from '../api/wire.ts'

export const CHANNEL_LABELS: Record<Channel['kind'], string> = {
  telegram: 'Grup Telegram',
  email: 'Surel',
  webhook: 'Webhook',
}

export interface ChannelFields {
  kind: Channel['kind']
  name: string
  agencyId: string | null
  /** Address, chat id or mailbox: where it goes. */
  to: string
  botToken: string
}

export const EMPTY_CHANNEL: ChannelFields = {
  kind: 'telegram',
  name: '',
  agencyId: null,
  to: '',
  botToken: '',
}

export const toChannel = ({ kind, name, agencyId, to, botToken }: ChannelFields): ChannelBody => {
  const common = { name: name.trim(), enabled: true, agencyId }
  const where = to.trim()
  switch (kind) {
    case 'webhook':
      return { kind, ...common, settings: { url: where } }
    case 'email':
      return { kind, ...common, settings: { to: where } }
    case 'telegram':
      return {
        kind,
        ...common,
        settings: { chatId: where },
        secrets: { botToken: botToken.trim() },
      }
  }
}
