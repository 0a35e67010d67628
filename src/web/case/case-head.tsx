import type { RefObject } from 'preact'
import { STATE_LABELS } from '../../core/case-state.ts'
import { KIND_LABELS } from '../../core/reading.ts'
import type { Case, CaseView } from '../api/wire.ts'
import { clockOf, dueLabel } from '../format/case-clock.ts'
import { CaseMarks } from '../parts/case-marks.tsx'
import { Icon } from '../parts/icon.tsx'
import { Moment } from '../parts/moment.tsx'
import { Urgency } from '../parts/urgency.tsx'
import { categoryLabel, ownerName } from '../state/names.ts'
import { now } from '../state/now.ts'
import { arrivedFrom, holderOf } from '../state/open-case.ts'

interface CaseHeadProps {
  view: Pick<CaseView, 'case' | 'clocks' | 'unanswered'>
  headingRef: RefObject<HTMLHeadingElement | null>
}

export const CaseHead = ({ view, headingRef }: CaseHeadProps) => {
  const { case: current, unanswered } = view
  return (
    <header class="case-head">
      <p class="case-line">
        <span class="code">{current.code}</span>
        <Urgency urgency={current.urgency} />
        <span class="state">{STATE_LABELS[current.state]}</span>
        <CaseMarks row={current} />
        <Holding current={current} />
      </p>
      <h2 tabIndex={-1} ref={headingRef}>
        {current.title}
      </h2>
      <p class="case-line muted">
        <span>
          {KIND_LABELS[current.kind]} · {categoryLabel(current.category)}
        </span>
        <span class="owner">OPD pengampu: {ownerName(current.agencyId)}</span>
      </p>
      {current.mergedInto && (
        <p class="case-line">
          <a href={`/kasus/${current.mergedInto}`}>Sudah digabungkan: buka kasus penerusnya</a>
        </p>
      )}
      {arrivedFrom.value?.into === current.id && (
        <p class="case-line" role="status">
          Anda membuka {arrivedFrom.value.code}; kasus itu sudah digabungkan ke kasus ini.
        </p>
      )}
      <Clock current={current} clocks={view.clocks} />
      {unanswered > 0 && (
        <p class="case-clock case-clock--soon">
          <Icon name="reply" />
          <strong>Belum dijawab: {unanswered} kiriman setelah jawaban</strong>
        </p>
      )}
    </header>
  )
}

const Clock = ({ current, clocks }: { current: Case; clocks: CaseView['clocks'] }) => {
  const clock = clockOf(current, now.value)
  return (
    <p class={`case-clock case-clock--${clock.level}`}>
      <Icon name={clock.level === 'late' ? 'alert' : 'clock'} />
      <strong>{clock.text}</strong>
      {current.dueAt && (
        <span>
          {dueLabel(current.dueAt, clocks)} <Moment at={current.dueAt} />
        </span>
      )}
      {current.answeredAt && (
        <span>
          ditanggapi <Moment at={current.answeredAt} />
        </span>
      )}
    </p>
  )
}

const Holding = ({ current }: { current: Case }) => {
  const holder = holderOf(current)
  if (holder.kind === 'nobody') return null
  return (
    <span class={`holding holding--${holder.kind}`}>
      <Icon name="hand" />
      {holder.kind === 'me' ? 'Sedang Anda kerjakan' : `Sedang dikerjakan ${holder.name}`}
    </span>
  )
}
