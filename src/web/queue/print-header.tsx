import { URGENCY_LABELS } from '../../core/reading.ts'
import { fullMoment } from '../format/moments.ts'
import { NO_FILTER } from '../state/address.ts'
import { categoryLabel, ownerName } from '../state/names.ts'
import { now } from '../state/now.ts'
import { queues } from '../state/queue-counts.ts'
import { nextPage, rows, wanted } from '../state/queue-list.ts'
import { me, zone } from '../state/session.ts'

/** Stands on paper only: whose list this is, when it was printed, and what it leaves out. */
export const PrintHeader = () => {
  const queue = queues.value.find(({ name }) => name === wanted.value?.queue)
  return (
    <header class="print-only print-header">
      <h1>{me.value?.government.name}</h1>
      <p>
        {queue?.label} — {filterInWords()}
      </p>
      <p>
        Dicetak {fullMoment(new Date(now.value).toISOString(), zone.value)} oleh{' '}
        {me.value?.user.name}. {rows.value.length} kasus
        {nextPage.value ? ' pertama dari daftar yang lebih panjang' : ''}.
      </p>
    </header>
  )
}

const filterInWords = (): string => {
  const { q, urgency, category, agency } = wanted.value?.filter ?? NO_FILTER
  const said = [
    q && `pencarian “${q}”`,
    urgency && `urgensi ${URGENCY_LABELS[urgency]}`,
    category && `kategori ${categoryLabel(category)}`,
    agency && `OPD ${ownerName(agency)}`,
  ].filter(Boolean)
  return said.length > 0 ? said.join(', ') : 'tanpa saringan'
}
