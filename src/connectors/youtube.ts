import type { Connector } from '../ports/connector.ts'
import { keyGate } from './youtube/api.ts'
import { missingComments } from './youtube/missing-comments.ts'
import { pollComments } from './youtube/poll-comments.ts'
import { publishComment } from './youtube/publish-reply.ts'

/**
 * Comments under the videos of a channel, or under single videos, by the Data API v3.
 * Never run against the real service in our tests: there is no peer of it, only our fake.
 */
export const youtube: Connector = {
  id: 'youtube',
  label: 'Komentar YouTube',
  fields: [
    { name: 'apiKey', label: 'Kunci API YouTube', secret: true, required: true },
    { name: 'channelId', label: 'ID kanal (UC…)', secret: false, required: false },
    { name: 'videoIds', label: 'ID video, dipisah koma', secret: false, required: false },
    { name: 'apiUrl', label: 'Alamat API lain', secret: false, required: false },
    {
      name: 'publish',
      label: 'Terbitkan balasan dari kanal ini (ya/tidak)',
      secret: false,
      required: false,
    },
    { name: 'clientId', label: 'ID klien OAuth', secret: false, required: false },
    { name: 'clientSecret', label: 'Rahasia klien OAuth', secret: true, required: false },
    { name: 'refreshToken', label: 'Token penyegar OAuth kanal', secret: true, required: false },
    { name: 'tokenUrl', label: 'Alamat token lain', secret: false, required: false },
  ],
  gateKey: keyGate,
  poll: pollComments,
  publish: publishComment,
  missing: missingComments,
}
