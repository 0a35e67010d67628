import { EVENT_LABELS, FOLLOW_UP_LABELS } from '../../core/case.ts'
import { PLATFORM_LABELS } from '../../core/post.ts'
import { KIND_LABELS } from '../../core/reading.ts'
import type { CaseEvent } from '../api/wire.ts'
import { safeLink } from '../format/links.ts'
import { Moment } from '../parts/moment.tsx'
import { categoryLabel, ownerName } from '../state/names.ts'

/** What has happened, newest first: that is what the next officer needs. */
export const Timeline = ({ events }: { events: CaseEvent[] }) => (
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
        </li>
      ))}
    </ol>
  </section>
)

const detailOf = ({ type, toAgencyId, data }: CaseEvent): string => {
  if (type === 'transferred') return `ke ${ownerName(toAgencyId)}`
  if (type === 'returned') return returnedTo(data.proposedOwner)
  if (type === 'recategorised') return putRight(data)
  if (type === 'answered') return data.final ? '(jawaban final)' : '(jawaban sementara)'
  if (type === 'followed-up' && data.followUp) return `(${FOLLOW_UP_LABELS[data.followUp]})`
  if (type === 'post-joined' && data.platform) return `dari ${PLATFORM_LABELS[data.platform]}`
  return ''
}

const returnedTo = (proposed: string | undefined): string =>
  proposed ? `ke meja pilah, usul pengampu: ${ownerName(proposed)}` : 'ke meja pilah'

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
