import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { startTanggap } from '../../src/start-tanggap.ts'
import type { App, Parts } from '../../src/supervisor.ts'

/** The program with a house of one room: enough to see it start, heal and stop. */
const compose: Parts['compose'] = async ({ settings }): Promise<App> => {
  const server = createServer((_request, response) => response.end('hidup'))
  return {
    migrate: async () => undefined,
    firstStart: async () => ({ setupLink: `${settings.publicUrl}/mulai/contoh` }),
    listen: () =>
      new Promise((done) => {
        server.listen(settings.port, settings.host, () => done({ address: settings.publicUrl }))
      }),
    close: () => new Promise((done) => server.close(() => done())),
  }
}

const workerFile = fileURLToPath(new URL('./fake-worker.ts', import.meta.url))
process.exit(await startTanggap({ compose, workerFile }))
