import { STATE_LABELS } from '../../core/case-state.ts'
import type { Row } from '../api/wire.ts'
import { type CaseClock, clockOf } from '../format/case-clock.ts'
import { age } from '../format/moments.ts'
import { CaseMarks } from '../parts/case-marks.tsx'
import { Icon } from '../parts/icon.tsx'
import { Urgency } from '../parts/urgency.tsx'
import { pathOf, type QueueAddress } from '../state/address.ts'
import { categoryLabel, ownerName, ownerShort } from '../state/names.ts'
import { address, follow } from '../state/navigation.ts'
import { now } from '../state/now.ts'
import { holderOf, openCaseId } from '../state/open-case.ts'
import { touched, vanished, wanted } from '../state/queue-list.ts'
import { belongs } from '../state/queue-rules.ts'
import { rowElementId, standOn } from '../state/row-cursor.ts'
import { me } from '../state/session.ts'

/** One case in the list. It never jumps: what has left the queue stays, dimmed and explained. */
export const CaseRow = ({ row }: { row: Row }) => {
  const clock = clockOf(row, now.value)
  const here = address.value
  if (here.page !== 'queue') return null
  const to: QueueAddress = { ...here, caseId: row.id }
  return (
    <li class={classesOf(row, clock)}>
      <a
        id={rowElementId(row.id)}
        href={pathOf(to)}
        aria-current={openCaseId.value === row.id ? 'true' : undefined}
        onClick={follow(to)}
        onFocus={() => standOn(row.id)}
      >
        <ClockCell clock={clock} />
        <span class="row-urgency">
          <Urgency urgency={row.urgency} />
        </span>
        <span class="row-title">
          <CaseMarks row={row} />
          {row.title}
        </span>
        <span class="row-tags">
          <span class="row-topic">{categoryLabel(row.category)}</span>
          <PlaceChip row={row} />
          <OwnerChip row={row} />
          <Reach count={row.authorCount} />
        </span>
        <Status row={row} />
        <span class="row-age" title="Sejak kiriman terakhir">
          {age(row.lastPostAt, now.value)}
        </span>
      </a>
    </li>
  )
}

const ClockCell = ({ clock }: { clock: CaseClock }) => (
  <span class="row-clock">
    <Icon name={clock.level === 'late' ? 'alert' : clock.level === 'ended' ? 'check' : 'clock'} />
    {clock.short}
  </span>
)

const PlaceChip = ({ row: { place } }: { row: Row }) => (
  <span class="row-place">
    {place && (
      <span class="chip" title={place.name}>
        <Icon name="pin" /> {place.name}
      </span>
    )}
  </span>
)

/** At the triage desk it says whose duty the reading believes it to be. */
const OwnerChip = ({ row: { agencyId, proposedOwner } }: { row: Row }) => {
  const proposal = agencyId === null && proposedOwner !== null
  return (
    <span class="row-owner">
      <span class="chip chip--owner" title={ownerName(proposal ? proposedOwner : agencyId)}>
        {proposal ? `Usul: ${ownerShort(proposedOwner)}` : ownerShort(agencyId)}
      </span>
    </span>
  )
}

const Reach = ({ count }: { count: number }) => (
  <span class={count > 1 ? 'row-reach row-reach--many' : 'row-reach'}>
    {count > 1 ? `×${count} pelapor` : '1 pelapor'}
  </span>
)

/** Who works on it says more than the state; the state says more than nothing. */
const Status = ({ row }: { row: Row }) => {
  const holder = holderOf(row)
  if (holder.kind === 'nobody') return <span class="row-status">{STATE_LABELS[row.state]}</span>
  return (
    <span class={`row-status row-status--${holder.kind}`}>
      <Icon name="hand" /> {holder.kind === 'me' ? 'Anda' : holder.name}
    </span>
  )
}

const classesOf = (row: Row, clock: CaseClock): string => {
  const mine = me.value?.agency?.id ?? null
  const queue = wanted.value?.queue ?? 'all'
  const left = vanished.value.has(row.id) || !belongs(row, queue, mine, now.value)
  return [
    'row',
    `row--${clock.level}`,
    left ? 'row--left' : '',
    touched.value.has(row.id) ? 'row--touched' : '',
    openCaseId.value === row.id ? 'row--open' : '',
  ].join(' ')
}
