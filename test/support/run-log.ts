import { pino } from 'pino'

/** Tests are quiet; what goes wrong is still said. */
export const quietLog = pino({ level: 'error' }, pino.destination(2))

/** Sentences of the test command itself: what it found, what it installs. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
