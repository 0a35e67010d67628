import { custodyChange, step } from '../core/custody-change.ts'
import { refuse } from '../core/errors.ts'
import { laporSteps } from '../core/lapor-rules.ts'
import { codeIn, type LaporRow, readLaporSheet } from '../core/lapor-sheet.ts'
import type { IncomingPost } from '../core/post.ts'
import type { Ports } from '../ports/ports.ts'

export type LaporPorts = Pick<Ports, 'clock' | 'configurations' | 'custody' | 'lapor' | 'posts'>

export interface LaporImport {
  kind: 'imported'
  rows: number
  /** States that were not known before. */
  moved: number
  /** Reports that were no case of ours and are read as new posts now. */
  opened: number
  quarantined: { line: number; because: string }[]
}

/**
 * An export of SP4N-LAPOR!: each state is kept once, with its own moment; a report that we know by
 * its number or by our code moves its case, any other takes the way of every post.
 */
export const importLapor = async (
  ports: LaporPorts,
  governmentId: string,
  file: string,
): Promise<LaporImport | ReturnType<typeof refuse>> => {
  const government = await ports.configurations.government(governmentId)
  const lines = readLaporSheet(file, government?.zoneLabel ?? 'WIB')
  if (!government || !lines) return refuse('bad-table')
  const done: LaporImport = {
    kind: 'imported',
    rows: lines.length,
    moved: 0,
    opened: 0,
    quarantined: [],
  }
  for (const line of lines) {
    if (line.kind === 'row') await takeRow(ports, governmentId, line.row, done)
    else {
      await ports.posts.quarantine(governmentId, line.raw, line.because)
      done.quarantined.push({ line: line.line, because: line.because })
    }
  }
  return done
}

const takeRow = async (
  ports: LaporPorts,
  governmentId: string,
  row: LaporRow,
  done: LaporImport,
): Promise<void> => {
  const now = ports.clock.now()
  const { move, text } = row
  const isNew = await ports.lapor.keep(governmentId, move, now)
  if (isNew) done.moved += 1
  const known = await ports.lapor.caseOf(governmentId, move.trackingId)
  const caseId = known ?? (await byOurCode(ports, governmentId, move.trackingId, text))
  if (caseId) {
    if (isNew) await applyLaporMoves(ports, caseId)
  } else if (await receiveReport(ports, governmentId, row, now)) done.opened += 1
}

/** It was typed from a case of ours: the number is recorded without anybody typing it back. */
const byOurCode = async (
  ports: LaporPorts,
  governmentId: string,
  trackingId: string,
  text: string,
): Promise<string | null> => {
  const code = codeIn(text)
  const caseId = code ? await ports.custody.byCode(governmentId, code) : null
  if (!caseId) return null
  const at = ports.clock.now()
  await ports.custody.change(null, { by: 'system', caseId }, null, () =>
    custodyChange(
      [step('lapor-recorded', { reference: trackingId, channel: 'SP4N-LAPOR!' })],
      [{ kind: 'lapor-number', trackingId, at, by: null }],
    ),
  )
  return caseId
}

/** True where it was not received before: the reader opens its case, its states follow by themselves. */
const receiveReport = async (
  { posts }: LaporPorts,
  governmentId: string,
  row: LaporRow,
  receivedAt: Date,
): Promise<boolean> => {
  const options = { sourceId: null, receivedBy: null, sample: false, history: false, receivedAt }
  const [result] = await posts.receive([postOf(row)], { governmentId, ...options })
  return result?.kind === 'stored'
}

const postOf = ({ move, text, reportedAt }: LaporRow): IncomingPost => ({
  platform: 'lapor',
  externalId: move.trackingId,
  text,
  author: { id: null, handle: null },
  postedAt: reportedAt,
  url: `https://www.lapor.go.id/pengaduan/${move.trackingId}`,
  context: null,
  engagement: null,
  language: null,
})

/** Under the lock of the case, so that two imports of one file move it once. */
export const applyLaporMoves = async (
  { clock, custody }: Pick<Ports, 'clock' | 'custody'>,
  caseId: string,
): Promise<void> => {
  await custody.change(null, { by: 'system', caseId }, null, (current, { laporMoves }) =>
    custodyChange(
      laporSteps(current, laporMoves),
      laporMoves.map((move) => ({ kind: 'lapor-applied', move, at: clock.now() })),
    ),
  )
}
