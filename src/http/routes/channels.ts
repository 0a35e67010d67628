import { listChannels } from '../../actions/list-managed.ts'
import { addChannel, removeChannel } from '../../actions/manage-channels.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { ChannelAdded, ChannelBody, ChannelList } from '../schemas/channel.ts'
import { IdParams, Nobody } from '../schemas/parts.ts'
import { channelShape } from '../views/channel.ts'

/** Where alerts go besides the console. */
export const channelRoutes = (api: Api, { ports }: HttpParts): void => {
  const config = { right: 'channel:manage' } as const

  api.get('/channels', { config, schema: { response: { 200: ChannelList } } }, async (request) => ({
    items: (await listChannels(ports, viewerOf(request))).map(channelShape),
  }))

  api.post(
    '/channels',
    {
      config: { ...config, shownOnce: ['secret'] },
      schema: { body: ChannelBody, response: { 201: ChannelAdded } },
    },
    async (request, reply) => {
      const viewer = viewerOf(request)
      const { governmentId } = viewer
      const asked = { ...request.body, governmentId, secrets: secretsOf(request.body) }
      const { channel, secret } = granted(await addChannel(ports, viewer, asked))
      return reply.code(201).send({ channel: channelShape(channel), secret })
    },
  )

  api.delete(
    '/channels/:id',
    { config, schema: { params: IdParams, response: { 204: Nobody } } },
    async (request, reply) => {
      granted(await removeChannel(ports, viewerOf(request), request.params.id))
      return reply.code(204).send()
    },
  )
}

/** The notifier knows its bot's key as `token`. */
const secretsOf = (body: ChannelBody): Record<string, string> =>
  body.kind === 'telegram' ? { token: body.secrets.botToken } : {}
