/** What belongs into which queue: the server's words, for changes that come in between two loads. */
import { isOpen } from '../../core/case-state.ts'
import type { CaseFilter } from '../api/cases.ts'
import type { LiveEvent, QueueName, Row } from '../api/wire.ts'

/** Does the case still stand in this queue? Time is an argument: lateness comes by waiting. */
export const belongs = (
  { state, agencyId, dueAt, snooze }: Pick<Row, 'state' | 'agencyId' | 'dueAt' | 'snooze'>,
  queue: QueueName,
  mine: string | null,
  now: number,
): boolean => {
  const open = isOpen(state)
  switch (queue) {
    case 'agency':
      return open && agencyId === mine && !snooze?.active
    case 'triage':
      return open && agencyId === null && !snooze?.active
    case 'unanswered':
    case 'late':
      return open && dueAt !== null && Date.parse(dueAt) <= now
    case 'snoozed':
      return open && (snooze?.active ?? false)
    case 'ended':
      return !open
    case 'all':
      return true
  }
}

const BRINGS: Record<QueueName, LiveEvent['type'][]> = {
  agency: ['opened', 'transferred', 'reopened', 'woken'],
  triage: ['opened', 'returned', 'reopened', 'woken'],
  unanswered: ['escalated'],
  late: ['escalated'],
  snoozed: ['snoozed'],
  all: ['opened', 'transferred', 'returned'],
  ended: ['resolved', 'closed', 'dismissed'],
}

/**
 * May this event have brought a new case into the list? 'ask' where only the case itself can say
 * (an event carries neither text nor category).
 */
export const arrives = (
  event: Pick<LiveEvent, 'type' | 'agencyId' | 'urgency'>,
  queue: QueueName,
  filter: CaseFilter,
  mine: string | null,
): 'yes' | 'no' | 'ask' => {
  if (!BRINGS[queue].includes(event.type)) return 'no'
  if (queue === 'agency' && event.agencyId !== mine) return 'no'
  if (queue === 'triage' && event.agencyId !== null) return 'no'
  if (filter.urgency !== '' && filter.urgency !== event.urgency) return 'no'
  if (filter.agency !== '' && filter.agency !== event.agencyId) return 'no'
  return filter.q !== '' || filter.category !== '' ? 'ask' : 'yes'
}

/** The last word on an arrival that had to be asked about. */
export const matches = (
  { title, category, code }: Row,
  { q, category: wanted }: CaseFilter,
): boolean =>
  (wanted === '' || category === wanted) &&
  `${code} ${title}`.toLowerCase().includes(q.trim().toLowerCase())
