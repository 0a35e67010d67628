import type { ChannelAdded, ChannelBody } from '../../http/schemas/channel.ts'
import type { SourceBody, SourcePatch } from '../../http/schemas/source.ts'
import type { UserBody, UserInvited, UserSaved } from '../../http/schemas/user.ts'
import { read, write } from './request.ts'
import type { Channel, Connector, Source, User } from './wire.ts'

export const listSources = () => read<{ items: Source[] }>('/api/sources')
export const listConnectors = () => read<{ items: Connector[] }>('/api/connectors')
export const addSource = (source: SourceBody) =>
  write<{ source: Source }>('POST', '/api/sources', source)
export const changeSource = (sourceId: string, patch: SourcePatch) =>
  write<{ source: Source }>('PATCH', `/api/sources/${sourceId}`, patch)
export const removeSource = (sourceId: string) => write<null>('DELETE', `/api/sources/${sourceId}`)

export const listChannels = () => read<{ items: Channel[] }>('/api/channels')
export const addChannel = (channel: ChannelBody) =>
  write<ChannelAdded>('POST', '/api/channels', channel)
export const removeChannel = (channelId: string) =>
  write<null>('DELETE', `/api/channels/${channelId}`)

export const listUsers = () => read<{ items: User[] }>('/api/users')
export const addUser = (user: UserBody) => write<UserInvited>('POST', '/api/users', user)
export const resetUser = (userId: string) =>
  write<UserInvited>('POST', `/api/users/${userId}/reset`)
export const disableUser = (userId: string) =>
  write<UserSaved>('POST', `/api/users/${userId}/disable`)
export const enableUser = (userId: string) =>
  write<UserSaved>('POST', `/api/users/${userId}/enable`)
