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
import { PostCard } from './post-card.tsx'
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
        <CaseHead current={view.case} headingRef={heading} />
        <div class="case-columns">
          <div class="case-story">
            <Posts view={view} />
            <Timeline events={view.events} />
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

const Posts = ({ view: { posts } }: { view: CaseView }) => (
  <section aria-label="Kiriman warga">
    <h3>{posts.length === 1 ? 'Kiriman warga' : `${posts.length} kiriman warga`}</h3>
    {posts.map((post) => (
      <PostCard key={post.id} post={post} />
    ))}
  </section>
)
