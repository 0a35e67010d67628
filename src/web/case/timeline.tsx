import { EVENT_LABELS, FOLLOW_UP_LABELS } from '../../core/case-event.ts'
import { PLATFORM_LABELS } from '../../core/post.ts'
import { KIND_LABELS } from '../../core/reading.ts'
import type { CaseEvent, CaseView } from '../api/wire.ts'
import { safeLink } from '../format/links.ts'
import { Moment } from '../parts/moment.tsx'
import { aloud } from '../state/deed.ts'
import { takeBack } from '../state/join-cases.ts'
import { categoryLabel, ownerName } from '../state/names.ts'
import { isOwnOpening } from '../state/raised-post.ts'
import { may } from '../state/session.ts'

/** What has happened, newest first: that is what the next officer needs. */
export const Timeline = ({ view: { case: current, events } }: { view: CaseView }) => (
  <section aria-label="Riwayat">
    <h3>Riwayat</h3>
    <ol class="timeline">
      {events.toReversed().map((event) => (
        <li key={event.id} class={`event event--${event.type}`}>
          <p class="event-head">
            <strong>{EVENT_LABELS[event.type]}</strong> {detailOf(event)}
            <span class="muted">
              {event.actor ? event.actor.name : 'Sistem'} · <Moment at={event.at} />
            </span>
          </p>
          {event.data.text && <p class="event-text">{event.data.text}</p>}
          {event.data.reason && <p class="event-text">Alasan: {event.data.reason}</p>}
          <EventLink url={event.data.url ?? null} />
          {mayTakeBack(event, events) && (
            <button
              type="button"
              class="button"
              onClick={() => void aloud(takeBack(current, event.id))}
            >
              Batalkan
            </button>
          )}
        </li>
      ))}
    </ol>
  </section>
)

const detailOf = ({ type, toAgencyId, data }: CaseEvent): string => {
  if (data.otherCode) return otherCase(type, data.otherCode)
  if (type === 'transferred') return `ke ${ownerName(toAgencyId)}`
  if (type === 'returned') return returnedTo(data.proposedOwner)
  if (type === 'recategorised') return putRight(data)
  if (type === 'answered') return answeredHow(data)
  if (type === 'dismissed' && data.late) return '(setelah tenggat)'
  if (type === 'followed-up' && data.followUp) return `(${FOLLOW_UP_LABELS[data.followUp]})`
  if (type === 'post-joined' && data.platform) return `dari ${PLATFORM_LABELS[data.platform]}`
  return ''
}

/** What does not count is said with its reason, where the officer looks for the clock. */
const answeredHow = ({ final, qualified, because, unapproved }: CaseEvent['data']): string => {
  const kind = final ? 'jawaban final' : 'jawaban sementara'
  const how = unapproved ? `${kind}, tanpa persetujuan` : kind
  return qualified === false ? `(${how}; belum dihitung: ${because?.join('; ')})` : `(${how})`
}

const mayTakeBack = (event: CaseEvent, events: CaseEvent[]): boolean =>
  may('case:work') && (isOwnOpening(event) || isStandingJoin(event, events))

/** Merges and splits of this case, the last one first, as long as they stand. */
const isStandingJoin = ({ id, type, data }: CaseEvent, events: CaseEvent[]): boolean =>
  (type === 'merged' || type === 'split') &&
  !events.some(
    (later) =>
      (later.type === 'merge-undone' || later.type === 'split-undone') &&
      later.data.otherId === data.otherId &&
      events.indexOf(later) > events.findIndex((one) => one.id === id),
  )

const returnedTo = (proposed: string | undefined): string =>
  proposed ? `ke meja pilah, usul pengampu: ${ownerName(proposed)}` : 'ke meja pilah'

const otherCase = (type: CaseEvent['type'], code: string): string =>
  type === 'split' ? `menjadi kasus ${code}` : `kasus ${code}`

const putRight = ({ fromCategory, toCategory, fromKind, toKind }: CaseEvent['data']): string =>
  [
    fromCategory && toCategory
      ? `dari ${categoryLabel(fromCategory)} ke ${categoryLabel(toCategory)}`
      : '',
    fromKind && toKind ? `jenis ${KIND_LABELS[fromKind]} menjadi ${KIND_LABELS[toKind]}` : '',
  ]
    .filter(Boolean)
    .join('; ')

const EventLink = ({ url }: { url: string | null }) => {
  const link = safeLink(url)
  if (!link) return null
  return (
    <a class="post-link" href={link} target="_blank" rel="noopener noreferrer">
      {link}
    </a>
  )
}
