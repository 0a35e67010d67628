import { pino } from 'pino'
import { StartFault } from './services/start-fault.ts'
import { listenForStop } from './services/stop-request.ts'
import { loadSettings } from './settings.ts'
import { type Parts, supervise } from './supervisor.ts'

/** From the first variable to the exit status. The banner goes to stdout, the log to stderr. */
export async function startTanggap(made: Pick<Parts, 'compose' | 'workerFile'>): Promise<number> {
  // Whoever reads our output may leave (`npm start | head`): that is no reason to end.
  process.stdout.on('error', () => undefined)
  process.stderr.on('error', () => undefined)
  try {
    return await run(made)
  } catch (error) {
    if (!(error instanceof StartFault)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

async function run(made: Pick<Parts, 'compose' | 'workerFile'>): Promise<number> {
  const settings = loadSettings()
  const log = pino({ level: settings.logLevel }, pino.destination(2))
  // Whoever asks three times wants the terminal back; the next start adopts what is left.
  const stop = listenForStop(() => process.exit(1))
  let status = 0
  const give = (error: unknown) => {
    log.fatal({ err: error }, 'an unexpected fault ends the program')
    status = 1
    stop.ask()
  }
  process.on('uncaughtException', give).on('unhandledRejection', give)
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  try {
    await supervise({ ...made, settings, log, stop, say })
  } catch (error) {
    // Ctrl-C reaches what we were just starting as well: that it failed is what was asked for.
    if (!stop.isAsked()) throw error
    log.info({ err: error }, 'stopped while starting')
  }
  return status
}
