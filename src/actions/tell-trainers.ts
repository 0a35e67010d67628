import { isNight } from '../core/night.ts'
import type { JobQueue } from '../ports/jobs.ts'
import type { TrainingPorts } from './train-reader.ts'

/**
 * Governments where it is night and where officers put something right since the last training beside
 * this build.
 * Told again and again until that is done: who comes second finds nothing left, or the other at work.
 */
export const tellTrainers = async ({
  clock,
  configurations,
  jobs,
  learning,
  trainer,
}: Pick<TrainingPorts, 'clock' | 'configurations' | 'learning'> & {
  trainer: Pick<TrainingPorts['trainer'], 'base'>
  jobs: JobQueue
}): Promise<void> => {
  const governments = (await configurations.current())?.governments ?? []
  const asleep = governments.filter(({ timezone }) => isNight(clock.now(), timezone))
  if (asleep.length === 0) return
  const untaught = new Set(await learning.untaught(await trainer.base()))
  const due = asleep.filter(({ id }) => untaught.has(id))
  await jobs.add(
    'train-reader',
    due.map(({ id }) => ({ governmentId: id })),
  )
}
