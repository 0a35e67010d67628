import { useEffect, useRef } from 'preact/hooks'
import { ProblemNote } from '../parts/problem-note.tsx'
import { openCaseId } from '../state/open-case.ts'
import { failure, loading, loadMore, nextPage, rows } from '../state/queue-list.ts'
import { rowElementId } from '../state/row-cursor.ts'
import { ArrivalsPill } from './arrivals-pill.tsx'
import { CaseRow } from './case-row.tsx'
import { QueueEmpty } from './queue-empty.tsx'

export const CaseTable = () => {
  const scroller = useRef<HTMLDivElement>(null)
  const opened = openCaseId.value
  useEffect(() => {
    if (opened) document.getElementById(rowElementId(opened))?.scrollIntoView({ block: 'nearest' })
  }, [opened])
  const first = loading.value === 'first'
  return (
    <div class="case-table" ref={scroller} aria-busy={first}>
      <ArrivalsPill onShown={() => scroller.current?.scrollTo({ top: 0 })} />
      <ProblemNote problem={failure.value} />
      {first && rows.value.length === 0 && <RowGhosts />}
      {!first && !failure.value && rows.value.length === 0 && <QueueEmpty />}
      <ul class="rows">
        {rows.value.map((row) => (
          <CaseRow key={row.id} row={row} />
        ))}
      </ul>
      {nextPage.value && <MoreRows />}
    </div>
  )
}

/** Loads by itself when it comes into view; a click does the same. */
const MoreRows = () => {
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const button = ref.current
    if (!button) return
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) void loadMore()
    })
    watcher.observe(button)
    return () => watcher.disconnect()
  }, [])
  return (
    <button ref={ref} type="button" class="button more-rows" onClick={() => void loadMore()}>
      {loading.value === 'more' ? 'Memuat…' : 'Muat lagi'}
    </button>
  )
}

const GHOSTS = ['a', 'b', 'c', 'd', 'e', 'f']

const RowGhosts = () => (
  <div class="ghosts" aria-hidden="true">
    {GHOSTS.map((key) => (
      <div key={key} class="ghost" />
    ))}
  </div>
)
