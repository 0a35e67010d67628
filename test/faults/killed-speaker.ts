import { sendReply } from '../../src/actions/send-reply.ts'
import { layGround } from '../../src/compose-ports.ts'
import { bluesky } from '../../src/connectors/bluesky.ts'
import { createSafeFetch } from '../../src/connectors/http/safe-fetch.ts'
import { youtube } from '../../src/connectors/youtube.ts'
import { systemIds } from '../../src/store/ids.ts'
import { createPollWork } from '../../src/store/poll-work.ts'
import { createPublishWork } from '../../src/store/publish-work.ts'

/** A worker that speaks, and is killed before it can write down that it did. */
const [databaseUrl = '', targetId = '', ahead = '0'] = process.argv.slice(2)
const clock = { now: () => new Date(Date.now() + Number(ahead)) }
const ground = layGround(databaseUrl, { secretKey: 'kunci uji', clock })
const { db } = ground.connection
const publishWork = createPublishWork(db, clock, systemIds, ground.box)

await sendReply(
  {
    clock,
    connectors: [bluesky, youtube],
    fetch: createSafeFetch({ allowPrivate: ['127.0.0.1'], userAgent: 'tanggap-test' }),
    pollWork: createPollWork(db, clock, systemIds, ground.box),
    publishWork: {
      ...publishWork,
      finish: async () => process.kill(process.pid, 'SIGKILL') as never,
    },
  },
  targetId,
)
