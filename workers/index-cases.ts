import { indexCases } from '../src/actions/index-cases.ts'
import type { WorkersRoom } from '../src/compose-workers.ts'
import { runLoop } from '../src/queues/run-loop.ts'

const LOOK_EVERY_MS = 1000

/** Makes what citizens wrote findable, soon after it came in; old cases in the same way. */
export const runIndexCases = (room: WorkersRoom) => {
  const { searchIndex, log } = room
  const tell = async () => {
    if (!(await searchIndex.similarity()))
      log.warn('Kata yang mirip tidak dicari: jalankan "create extension pg_trgm" di Postgres')
  }
  void tell().catch(() => undefined)
  return runLoop('search', LOOK_EVERY_MS, () => indexCases(searchIndex), log)
}
