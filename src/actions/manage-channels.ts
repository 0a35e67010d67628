import type { Government } from '../core/configuration.ts'
import { type Refusal, refuse } from '../core/errors.ts'
import { whyNotManage } from '../core/inspectorate-accounts.ts'
import type { Viewer } from '../core/roles.ts'
import type { Channel, NewChannel } from '../ports/channels.ts'
import type { Ports } from '../ports/ports.ts'

export type ChannelAdded =
  /** `secret` is shown to the administrator once: the receiver needs it to check signatures. */
  { kind: 'added'; channel: Channel; secret: string | null } | Refusal

/** A webhook's signing secret is ours to make: nobody is asked to invent a good one. */
export const addChannel = async (
  { channels, configurations, ids }: Pick<Ports, 'channels' | 'configurations' | 'ids'>,
  viewer: Viewer,
  asked: NewChannel,
): Promise<ChannelAdded> => {
  const government = await configurations.government(asked.governmentId)
  if (asked.agencyId && !government?.agencies.some(({ id }) => id === asked.agencyId))
    return refuse('unknown-agency')
  const refusal = whyNotManage(viewer, asked, deskOf(government))
  if (refusal) return refusal
  const secret = asked.kind === 'webhook' ? ids.secret() : null
  const secrets = secret ? { ...asked.secrets, secret } : asked.secrets
  return { kind: 'added', channel: await channels.add({ ...asked, secrets }), secret }
}

export const removeChannel = async (
  { channels, configurations }: Pick<Ports, 'channels' | 'configurations'>,
  viewer: Viewer,
  channelId: string,
): Promise<{ kind: 'removed' } | Refusal> => {
  const { governmentId } = viewer
  const known = (await channels.list(governmentId)).find(({ id }) => id === channelId)
  if (!known) return refuse('not-found')
  const government = await configurations.government(governmentId)
  const refusal = whyNotManage(viewer, known, deskOf(government))
  if (refusal) return refusal
  return (await channels.remove(governmentId, channelId))
    ? { kind: 'removed' }
    : refuse('not-found')
}

/** Where its alerts go the inspectorate says itself, from the first one on. */
const deskOf = (government: Government | null) => ({
  inspectorate: government?.inspectorate ?? '',
  staffed: true,
})
