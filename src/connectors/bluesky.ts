import type { Connector } from '../ports/connector.ts'
import { accountGate } from './bluesky/api.ts'
import { missingPosts } from './bluesky/missing-posts.ts'
import { pollBluesky } from './bluesky/poll-bluesky.ts'
import { publishReply } from './bluesky/publish-reply.ts'

/** Search by keyword, and what mentions, answers or quotes our own account. */
export const bluesky: Connector = {
  id: 'bluesky',
  label: 'Bluesky',
  fields: [
    { name: 'identifier', label: 'Nama akun Bluesky', secret: false, required: true },
    { name: 'appPassword', label: 'Kata sandi aplikasi Bluesky', secret: true, required: true },
    { name: 'keywords', label: 'Kata kunci, dipisah koma', secret: false, required: false },
    { name: 'service', label: 'Alamat layanan', secret: false, required: false },
    {
      name: 'publish',
      label: 'Terbitkan balasan dari akun ini (ya/tidak)',
      secret: false,
      required: false,
    },
  ],
  gateKey: accountGate,
  poll: pollBluesky,
  publish: publishReply,
  missing: missingPosts,
}
