import type { WorkersRoom } from '../src/compose-workers.ts'
import { runCloseLedgerDays } from './close-ledger-days.ts'
import { runDeliverAlert } from './deliver-alert.ts'
import { runDispatchWork } from './dispatch-work.ts'
import { runFindRecurring } from './find-recurring.ts'
import { runHearTelegram } from './hear-telegram.ts'
import { runIndexCases } from './index-cases.ts'
import { runLookForDeleted } from './look-for-deleted.ts'
import { runMendDeadlines } from './mend-deadlines.ts'
import { runPollSource } from './poll-source.ts'
import { runPublishAnswer } from './publish-answer.ts'
import { runReadPosts } from './read-posts.ts'
import { runReadSuspects } from './read-suspects.ts'
import { runSealAudit } from './seal-audit.ts'
import { runTrainReader } from './train-reader.ts'

/** Starts every kind of background work; what it returns finishes what is at work and ends. */
export const runAll = (room: WorkersRoom): (() => Promise<void>) => {
  const running = [
    runDispatchWork(room),
    runReadPosts(room),
    runReadSuspects(room),
    runPollSource(room),
    runDeliverAlert(room),
    runPublishAnswer(room),
    runHearTelegram(room),
    runTrainReader(room),
    runSealAudit(room),
    runCloseLedgerDays(room),
    runLookForDeleted(room),
    runFindRecurring(room),
    runMendDeadlines(room),
    runIndexCases(room),
  ]
  return async () => {
    await Promise.allSettled(running.map((worker) => worker.close()))
    await room.close()
  }
}
