import { type Refusal, refuse } from '../core/errors.ts'
import type { Channel, NewChannel } from '../ports/channels.ts'
import type { Ports } from '../ports/ports.ts'

export type ChannelAdded =
  /** `secret` is shown to the administrator once: the receiver needs it to check signatures. */
  { kind: 'added'; channel: Channel; secret: string | null } | Refusal

/** A webhook's signing secret is ours to make: nobody is asked to invent a good one. */
export const addChannel = async (
  { channels, configurations, ids }: Pick<Ports, 'channels' | 'configurations' | 'ids'>,
  asked: NewChannel,
): Promise<ChannelAdded> => {
  const government = await configurations.government(asked.governmentId)
  if (asked.agencyId && !government?.agencies.some(({ id }) => id === asked.agencyId))
    return refuse('unknown-agency')
  const secret = asked.kind === 'webhook' ? ids.secret() : null
  const secrets = secret ? { ...asked.secrets, secret } : asked.secrets
  return { kind: 'added', channel: await channels.add({ ...asked, secrets }), secret }
}

export const removeChannel = async (
  { channels }: Pick<Ports, 'channels'>,
  governmentId: string,
  channelId: string,
): Promise<{ kind: 'removed' } | Refusal> =>
  (await channels.remove(governmentId, channelId)) ? { kind: 'removed' } : refuse('not-found')
