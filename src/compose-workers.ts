import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import type { DeliveryPorts } from './actions/deliver-alert.ts'
import type { DispatchPorts } from './actions/dispatch-work.ts'
import type { TelegramEar } from './actions/hear-telegram.ts'
import type { PollPorts } from './actions/poll-source.ts'
import type { ReadingPorts } from './actions/read-posts.ts'
import type { PublishPorts } from './actions/send-reply.ts'
import type { WarningPorts } from './actions/warn-of-decree.ts'
import { type LearningRoom, layLearning } from './compose-learning.ts'
import { type Ground, layGround } from './compose-ports.ts'
import { readRateLimit } from './connectors/http/rate-limit-answer.ts'
import { createSafeFetch } from './connectors/http/safe-fetch.ts'
import { CONNECTORS } from './connectors/index.ts'
import { createNotifiers } from './notifiers/index.ts'
import type { NotifierDeps } from './notifiers/notifier-deps.ts'
import { createTelegramEar } from './notifiers/telegram/telegram-ear.ts'
import type { Connector } from './ports/connector.ts'
import type { SearchIndex } from './ports/search.ts'
import { type Backend, openBackend } from './queues/backend.ts'
import { createQueues } from './queues/queues.ts'
import { readerFolder } from './reader-files.ts'
import { createPostReader } from './reading/post-reader.ts'
import { secretKeyOf } from './services/secret-key.ts'
import type { Queue } from './services/services.ts'
import { loadSettings, type Settings } from './settings.ts'
import type { DeliveryLinks } from './store/alert-rows.ts'
import { createCustodyWork } from './store/custody-work.ts'
import { createDecreeWarnings } from './store/decree-warnings.ts'
import { createDeliveryWork } from './store/delivery-work.ts'
import { createEscalation } from './store/escalation.ts'
import { createGathering } from './store/gathering.ts'
import { systemIds } from './store/ids.ts'
import { createPollWork } from './store/poll-work.ts'
import { createPublishWork } from './store/publish-work.ts'
import { createReadingWork } from './store/reading-work.ts'
import { POSTS_CHANNEL } from './store/receive-posts.ts'
import { createSearchIndex } from './store/search-index.ts'
import { createSnoozing } from './store/snoozing.ts'

/** Everything the background processes do their work with. */
export interface WorkersRoom
  extends DispatchPorts,
    DeliveryPorts,
    PollPorts,
    PublishPorts,
    ReadingPorts,
    WarningPorts {
  backend: Backend
  log: Logger
  ground: Ground
  searchIndex: SearchIndex
  training: LearningRoom
  telegram: TelegramEar
  onNewPosts(heard: () => void): () => void
  close(): Promise<void>
}

const USER_AGENT = 'Tanggap/0.1 (+layanan pengaduan pemerintah daerah)'

/** The sample's folder lies beside the configuration; a database that moves must not remember it. */
const withSample = (folder: string): readonly Connector[] =>
  CONNECTORS.map((connector) =>
    connector.id === 'sample'
      ? {
          ...connector,
          poll: (input) => connector.poll({ ...input, settings: { ...input.settings, folder } }),
        }
      : connector,
  )

const outside = (settings: Settings, ground: Ground): NotifierDeps => ({
  fetch: createSafeFetch({ allowPrivate: settings.allowPrivate, userAgent: USER_AGENT }),
  clock: ground.ports.clock,
  readRateLimit,
  smtp: settings.smtpUrl
    ? { url: settings.smtpUrl, from: settings.smtpFrom ?? 'tanggap@localhost' }
    : null,
  ...(settings.telegramApi ? { telegramApi: settings.telegramApi } : {}),
})

/** The services were found by the process that started this one. */
const queueOf = ({ redisUrl, databaseUrl }: Settings): Queue => {
  if (redisUrl) return { kind: 'redis', url: redisUrl }
  if (databaseUrl) return { kind: 'postgres', url: databaseUrl }
  throw new Error('A worker is started with DATABASE_URL, and REDIS_URL where there is one')
}

const linksTo = (publicUrl: string): DeliveryLinks => ({
  caseUrl: (caseId) => `${publicUrl}/kasus/${caseId}`,
  acknowledgeUrl: (token) => `${publicUrl}/acknowledge/${token}`,
  consoleUrl: publicUrl,
})

const backgroundStores = ({ connection: { db }, box, ports }: Ground, publicUrl: string) => ({
  custodyWork: createCustodyWork(db),
  decreeWarnings: createDecreeWarnings(db, systemIds, linksTo(publicUrl)),
  deliveryWork: createDeliveryWork(db, ports.clock, systemIds, box),
  escalation: createEscalation(db, systemIds, linksTo(publicUrl)),
  gathering: createGathering(db, systemIds, linksTo(publicUrl)),
  pollWork: createPollWork(db, ports.clock, systemIds, box),
  publishWork: createPublishWork(db, ports.clock, systemIds, box),
  readingWork: createReadingWork(db, systemIds),
  searchIndex: createSearchIndex(db),
  snoozing: createSnoozing(db),
})

export const composeWorkers = (settings = loadSettings()): WorkersRoom => {
  const queue = queueOf(settings)
  const ground = layGround(settings.databaseUrl ?? queue.url, { secretKey: secretKeyOf(settings) })
  const { clock, configurations, custody } = ground.ports
  const backend = openBackend(queue)
  const jobs = createQueues(backend)
  const learning = layLearning(ground, settings)
  const reader = createPostReader({
    current: configurations.current,
    models: learning.models,
    readerFolder: readerFolder(settings.checkout),
  })
  const deps = outside(settings, ground)
  return {
    ...backgroundStores(ground, settings.publicUrl),
    backend,
    clock,
    configurations,
    custody,
    connectors: withSample(join(settings.checkout, 'config', 'sample')),
    fetch: deps.fetch,
    ground,
    jobs,
    log: pino({ level: settings.logLevel }, pino.destination(2)),
    notifiers: createNotifiers(deps),
    onNewPosts: (heard) => ground.listener.on(POSTS_CHANNEL, heard),
    reader,
    telegram: createTelegramEar(deps),
    training: learning,
    close: async () => {
      await jobs.close()
      await reader.close()
      await backend.close()
      await ground.close()
    },
  }
}
