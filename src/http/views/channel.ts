import type { Channel } from '../../ports/channels.ts'
import type { ChannelShape } from '../schemas/channel.ts'
import { isoOrNull } from './moments.ts'

export const channelShape = (it: Channel): ChannelShape => ({
  id: it.id,
  kind: it.kind,
  name: it.name,
  enabled: it.enabled,
  settings: it.settings,
  secretHints: it.secretHints,
  agencyId: it.agencyId,
  lastDeliveredAt: isoOrNull(it.lastDeliveredAt),
  lastError: it.lastError,
})
