export type ChannelKind = 'webhook' | 'email' | 'telegram'

/** Where a government wants its alerts, besides the console. */
export interface Channel {
  id: string
  governmentId: string
  kind: ChannelKind
  name: string
  enabled: boolean
  /** webhook: {url} · email: {to} · telegram: {chatId} */
  settings: Record<string, string>
  secretHints: Record<string, string>
  /** Only alerts of this agency; null is all that are not confidential. */
  agencyId: string | null
  lastDeliveredAt: Date | null
  lastError: string | null
}

export interface NewChannel {
  governmentId: string
  kind: ChannelKind
  name: string
  enabled: boolean
  settings: Record<string, string>
  secrets: Record<string, string>
  agencyId: string | null
}

export interface Channels {
  list(governmentId: string): Promise<Channel[]>
  add(channel: NewChannel): Promise<Channel>
  remove(governmentId: string, channelId: string): Promise<boolean>
}
