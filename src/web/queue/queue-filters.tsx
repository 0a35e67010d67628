import { useRef } from 'preact/hooks'
import { URGENCIES, URGENCY_LABELS } from '../../core/reading.ts'
import { type CaseFilter, csvAddress } from '../api/cases.ts'
import type { Reference } from '../api/wire.ts'
import { Icon } from '../parts/icon.tsx'
import { isFiltered, NO_FILTER } from '../state/address.ts'
import { address, go } from '../state/navigation.ts'
import { wanted } from '../state/queue-list.ts'
import { may, reference } from '../state/session.ts'
import { Choice, type Option } from './choice.tsx'

const SORTS = [
  { value: 'due', label: 'Sisa waktu' },
  { value: 'newest', label: 'Terbaru' },
  { value: 'risk', label: 'Risiko' },
]

const URGENCY_CHOICES = URGENCIES.map((urgency) => ({
  value: urgency,
  label: `${urgency} ${URGENCY_LABELS[urgency]}`,
}))

const change = (patch: Partial<CaseFilter>, how: 'push' | 'replace' = 'push') => {
  const here = address.value
  if (here.page === 'queue') go({ ...here, filter: { ...here.filter, ...patch } }, how)
}

/** Everything chosen here stands in the address: it can be bookmarked and shared. */
export const QueueFilters = () => {
  const filter = wanted.value?.filter ?? NO_FILTER
  const names = reference.value
  return (
    <search class="filters">
      <SearchField value={filter.q} />
      <Choice
        label="Urgensi"
        value={filter.urgency}
        options={URGENCY_CHOICES}
        onChange={(urgency) => change({ urgency: urgency as CaseFilter['urgency'] })}
      />
      <Choice
        label="Kategori"
        value={filter.category}
        options={categoryOptions(names)}
        onChange={(category) => change({ category })}
      />
      {may('case:triage') && (
        <Choice
          label="OPD"
          value={filter.agency}
          options={(names?.agencies ?? []).map((one) => ({
            value: one.id,
            label: one.abbreviation,
          }))}
          onChange={(agency) => change({ agency })}
        />
      )}
      <Choice
        label="Urutkan"
        value={filter.sort}
        options={SORTS}
        always
        onChange={(sort) => change({ sort: sort as CaseFilter['sort'] })}
      />
      {isFiltered(filter) && (
        <button
          type="button"
          class="button button--bare"
          onClick={() => change({ ...NO_FILTER, sort: filter.sort })}
        >
          <Icon name="x" /> Hapus saringan
        </button>
      )}
      <Exports />
    </search>
  )
}

const categoryOptions = (names: Reference | null): Option[] =>
  (names?.categories ?? []).map(({ id, label, group }) => ({
    value: id,
    label,
    group: group.charAt(0).toUpperCase() + group.slice(1).replaceAll('_', ' '),
  }))

const TYPING_MILLISECONDS = 350

const SearchField = ({ value }: { value: string }) => {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const search = (q: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => change({ q: q.trim() }, 'replace'), TYPING_MILLISECONDS)
  }
  return (
    <label class="search-field">
      <Icon name="search" />
      <span class="off-screen">Cari kasus</span>
      <input
        id="queue-search"
        type="search"
        maxLength={200}
        placeholder="Cari kode atau kata… ( / )"
        value={value}
        onInput={(event) => search(event.currentTarget.value)}
      />
    </label>
  )
}

const Exports = () => {
  if (!wanted.value || !may('case:export')) return null
  const { queue, filter } = wanted.value
  return (
    <span class="exports">
      <a class="button button--bare" href={csvAddress(queue, filter)} download>
        <Icon name="download" /> CSV
      </a>
      <button type="button" class="button button--bare" onClick={() => print()}>
        <Icon name="print" /> Cetak
      </button>
    </span>
  )
}
