import { isOpen } from '../../core/case-state.ts'
import type { CaseView, Row } from '../api/wire.ts'
import { shortSpan, span } from './moments.ts'

export type ClockLevel = 'late' | 'soon' | 'calm' | 'answered' | 'ended'

/** The clock of a case: a colour for the eye and the same thing in words. */
export interface CaseClock {
  level: ClockLevel
  text: string
  /** For a row. */
  short: string
}

type Timed = Pick<Row, 'state' | 'dueAt' | 'answeredAt' | 'openedAt'> &
  Partial<Pick<Row, 'dueProvisional'>>

/** Less than an hour, or less than a quarter of the time that was given. */
const SOON_MILLISECONDS = 3_600_000
const SOON_SHARE = 0.25

export const clockOf = (timed: Timed, now: number): CaseClock => {
  if (!isOpen(timed.state)) return said('ended', 'Selesai')
  // what is owed comes first: after "belum selesai" there is an answer, and another one is due
  if (!timed.dueAt)
    return timed.answeredAt
      ? said('answered', 'Sudah ditanggapi', 'Ditanggapi')
      : said('calm', 'Tanpa tenggat')
  const due = Date.parse(timed.dueAt)
  const left = due - now
  if (left <= 0) return said('late', `Lewat ${span(-left)}`, `Lewat ${shortSpan(-left)}`)
  const share = left / Math.max(1, due - Date.parse(timed.openedAt))
  const soon = left < SOON_MILLISECONDS || share < SOON_SHARE
  const sure = timed.dueProvisional ? ' (sementara)' : ''
  return said(soon ? 'soon' : 'calm', `Sisa ${span(left)}${sure}`, `Sisa ${shortSpan(left)}`)
}

type Running = Pick<CaseView['clocks'][number], 'clock' | 'dueAt' | 'state'>

/** What is due at the deadline of a case: the answer, or the desk's forwarding where that is earlier. */
export const dueLabel = (dueAt: string, clocks: readonly Running[]): string => {
  const due = clocks.filter((one) => one.state !== 'stopped' && one.dueAt === dueAt)
  const onlyTriage = due.length > 0 && due.every(({ clock }) => clock !== 'answer')
  return onlyTriage ? 'tenggat pilah' : 'tenggat tanggapan'
}

const said = (level: ClockLevel, text: string, short = text): CaseClock => ({ level, text, short })
