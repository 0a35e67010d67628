import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { envForChild } from './env.ts'
import { bringUpServices } from './services/bring-up.ts'
import { checkPort } from './services/free-port.ts'
import { type KeptWorker, keepWorker } from './services/keep-worker.ts'
import { refuseSecondRun, removeRunning, writeRunning } from './services/running.ts'
import type { Services } from './services/services.ts'
import type { StopRequest } from './services/stop-request.ts'
import type { Settings } from './settings.ts'

/** What the composed program can do; the supervisor only knows when. */
export type App = {
  migrate(): Promise<void>
  firstStart(): Promise<{ setupLink?: string }>
  listen(): Promise<{ address: string }>
  close(): Promise<void>
}

export type Parts = {
  settings: Settings
  log: Logger
  stop: StopRequest
  say(line: string): void
  compose(given: { settings: Settings; services: Services; log: Logger }): Promise<App>
  workerFile: string
}

type Begun = { services?: Services; app?: App; worker?: KeptWorker }

const DRAIN_MS = 10_000

/** Runs the program from its first service to its last; throws what a person must mend. */
export async function supervise(parts: Parts): Promise<void> {
  const begun: Begun = {}
  try {
    await begin(parts, begun)
    await parts.stop.asked
  } finally {
    await end(parts, begun)
  }
}

/** Each step may take seconds, in which somebody may have changed their mind. */
async function begin(parts: Parts, begun: Begun): Promise<void> {
  const { settings, log, say, stop } = parts
  const api = settings.processRole !== 'workers'
  refuseSecondRun(settings)
  if (api) await checkPort(settings.host, settings.port)
  begun.services = await bringUpServices(settings, log, { say })
  if (stop.isAsked()) return
  const opened = api ? await open(parts, begun, begun.services) : undefined
  if (stop.isAsked()) return
  const services = begun.services
  const note = (workerPid?: number) =>
    writeRunning(settings, services, {
      ...(opened && { address: opened.address }),
      ...(workerPid && { workerPid }),
    })
  note()
  if (settings.processRole !== 'api') {
    const env = workerEnv(settings, services)
    begun.worker = keepWorker({ file: parts.workerFile, env, log, onStart: note })
  }
  for (const line of banner(settings, services, opened)) say(line)
}

type Opened = { address: string; setupLink?: string }

async function open(parts: Parts, begun: Begun, services: Services): Promise<Opened | undefined> {
  const { settings, log, stop } = parts
  const app = await parts.compose({ settings, services, log })
  begun.app = app
  await app.migrate()
  if (stop.isAsked()) return
  const first = await app.firstStart()
  if (stop.isAsked()) return
  return { ...first, ...(await app.listen()) }
}

/** The other way round: no new work, then what is under way, then what everything stood on. */
async function end({ settings, stop, log }: Parts, { services, app, worker }: Begun) {
  void stop.forced.then(() => worker?.end())
  const closing = [app?.close(), worker?.drain(DRAIN_MS)]
  const drained = Promise.allSettled(closing).then((results) => {
    for (const result of results)
      if (result.status === 'rejected') log.error({ err: result.reason }, 'did not close cleanly')
  })
  await Promise.race([drained, sleep(DRAIN_MS + 1_000, undefined, { ref: false }), stop.forced])
  if (services) removeRunning(settings)
  await services?.release()
}

/** The worker is told of the services as given ones, so it never starts any itself. */
function workerEnv(settings: Settings, { databaseUrl, queue }: Services) {
  return envForChild({
    DATABASE_URL: databaseUrl,
    ...(queue.kind === 'redis' ? { REDIS_URL: queue.url } : { TANGGAP_QUEUE: 'postgres' }),
    TANGGAP_ROLE: 'workers',
    TANGGAP_LOG: settings.logLevel,
  })
}

function banner(settings: Settings, services: Services, opened?: Opened): string[] {
  const [database, queue] = services.described
  return [
    '',
    opened ? `Tanggap berjalan di ${settings.publicUrl}` : 'Pekerja Tanggap berjalan',
    ...(opened && opened.address !== settings.publicUrl
      ? [`  Mendengar  : ${opened.address}`]
      : []),
    `  Basis data : ${database}`,
    `  Antrean    : ${queue}`,
    ...(opened?.setupLink
      ? [
          '',
          'Belum ada administrator. Buka tautan sekali pakai ini untuk membuatnya:',
          `  ${opened.setupLink}`,
        ]
      : []),
    '',
    'Tekan Ctrl-C untuk berhenti.',
    '',
  ]
}
