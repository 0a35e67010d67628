import { useEffect, useRef } from 'preact/hooks'
import type { CaseView } from '../api/wire.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { Icon } from '../parts/icon.tsx'
import { openCase } from '../state/open-case.ts'
import { closeCase } from '../state/row-cursor.ts'
import { ActionBar } from './action-bar.tsx'
import { CaseHead } from './case-head.tsx'
import { Composer } from './composer.tsx'
import { ContextRail } from './context-rail.tsx'
import { Posts } from './posts.tsx'
import { Timeline } from './timeline.tsx'

export const CasePane = () => {
  const shown = openCase.value
  return (
    <section class="case-pane" aria-label="Kasus">
      <button type="button" class="button button--bare back-button" onClick={closeCase}>
        <Icon name="back" /> Antrean
      </button>
      {shown.kind === 'loading' && <div class="ghost ghost--case" aria-busy="true" />}
      {shown.kind === 'missing' && (
        <EmptyState title="Kasus tidak ditemukan">
          Kasus ini tidak ada, atau telah dialihkan sehingga bukan lagi bagian dari antrean Anda.
        </EmptyState>
      )}
      {shown.kind === 'ready' && <OpenedCase key={shown.view.case.id} view={shown.view} />}
    </section>
  )
}

const OpenedCase = ({ view }: { view: CaseView }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <>
      <div class="case-scroll">
        <CaseHead view={view} headingRef={heading} />
        <div class="case-columns">
          <div class="case-story">
            <Posts posts={view.posts} />
            <Timeline view={view} />
          </div>
          <ContextRail view={view} />
        </div>
      </div>
      <footer class="case-foot">
        <Composer view={view} />
        <ActionBar current={view.case} />
      </footer>
    </>
  )
}
