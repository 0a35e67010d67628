import { isOpen } from '../../core/case-state.ts'
import type { Row } from '../api/wire.ts'
import { span } from './moments.ts'

export type ClockLevel = 'late' | 'soon' | 'calm' | 'answered' | 'ended'

/** The clock of a case: a colour for the eye and the same thing in words. */
export interface CaseClock {
  level: ClockLevel
  text: string
}

type Timed = Pick<Row, 'state' | 'dueAt' | 'answeredAt' | 'openedAt'>

/** Less than an hour, or less than a quarter of the time that was given. */
const SOON_MILLISECONDS = 3_600_000
const SOON_SHARE = 0.25

export const clockOf = (timed: Timed, now: number): CaseClock => {
  if (!isOpen(timed.state)) return { level: 'ended', text: 'Selesai' }
  if (timed.answeredAt) return { level: 'answered', text: 'Sudah ditanggapi' }
  if (!timed.dueAt) return { level: 'calm', text: 'Tanpa tenggat' }
  const due = Date.parse(timed.dueAt)
  const left = due - now
  if (left <= 0) return { level: 'late', text: `Lewat ${span(-left)}` }
  const share = left / Math.max(1, due - Date.parse(timed.openedAt))
  const soon = left < SOON_MILLISECONDS || share < SOON_SHARE
  return { level: soon ? 'soon' : 'calm', text: `Sisa ${span(left)}` }
}
