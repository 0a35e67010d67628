import { tellTrainers } from '../src/actions/tell-trainers.ts'
import { trainByNight } from '../src/actions/train-by-night.ts'
import type { WorkersRoom } from '../src/compose-workers.ts'
import { runLoop } from '../src/queues/run-loop.ts'
import { runWorker } from '../src/queues/run-worker.ts'

const LOOK_EVERY_MS = 10 * 60_000

/** Trains at night, where officers put something right since the last training. */
export const runTrainReader = (room: WorkersRoom) => {
  const look = async () => {
    await tellTrainers({ ...room.training, jobs: room.jobs })
    return false
  }
  const loop = runLoop('training', LOOK_EVERY_MS, look, room.log)
  const worker = runWorker(
    room.backend,
    'train-reader',
    ({ governmentId }) =>
      trainByNight(room.training, governmentId, (what, message) => room.log.info(what, message)),
    room.log,
  )
  return { close: async () => void (await Promise.all([loop.close(), worker.close()])) }
}
