import { useEffect, useRef } from 'preact/hooks'
import type { Case, CasePost, CaseView } from '../api/wire.ts'
import { Icon } from '../parts/icon.tsx'
import { categoryLabel, ownerName } from '../state/names.ts'
import { explained, toggleExplained } from '../state/word-by-word.ts'
import { AUTHORITY_LABELS } from './authority-labels.ts'
import { WordByWord } from './word-by-word.tsx'

type Reading = NonNullable<CasePost['reading']>

/** Every route explains itself: a complaint that is misread must be seen to be misread. */
export const WhyHere = ({ view }: { view: CaseView }) => {
  const { case: current, posts } = view
  const reading = posts.find((post) => post.reading)?.reading ?? null
  const ref = useSight()
  return (
    <section ref={ref} class="card">
      <h3>Mengapa di sini</h3>
      <ul class="because">
        {current.because.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <WhyButton />
      {explained.value && <WordByWord view={view} />}
      <dl class="facts">
        <dt>Kategori</dt>
        <dd>{categoryLabel(current.category)}</dd>
        {reading && <Alternatives reading={reading} chosen={current.category} />}
        {reading && <Confidence value={reading.confidence} />}
        <dt>Tempat</dt>
        <dd>{placeInWords(current)}</dd>
        {reading && (
          <>
            <dt>Kewenangan</dt>
            <dd>{AUTHORITY_LABELS[reading.authority] ?? reading.authority}</dd>
          </>
        )}
        {current.proposedOwner && (
          <>
            <dt>Usul pengampu</dt>
            <dd>{ownerName(current.proposedOwner)}</dd>
          </>
        )}
      </dl>
      {reading && !reading.routed && (
        <p class="hint">
          <Icon name="alert" /> Sistem belum yakin; keputusan ada pada petugas.
        </p>
      )}
    </section>
  )
}

/** Asked for by key, it comes into sight, and the next Tab stands on its first word. */
const useSight = () => {
  const ref = useRef<HTMLElement>(null)
  const isOpen = explained.value !== null
  useEffect(() => {
    const button = ref.current?.querySelector<HTMLElement>('[aria-keyshortcuts="w"]')
    if (!isOpen || !button || button === document.activeElement) return
    button.focus({ preventScroll: true })
    ref.current?.scrollIntoView({ block: 'start' })
  }, [isOpen])
  return ref
}

const WhyButton = () => (
  <button
    type="button"
    class="button"
    aria-expanded={explained.value !== null}
    aria-keyshortcuts="w"
    onClick={toggleExplained}
  >
    <Icon name="search" /> Mengapa di sini?
    <span class="key" aria-hidden="true">
      w
    </span>
  </button>
)

const Alternatives = ({ reading, chosen }: { reading: Reading; chosen: string }) => {
  const others = reading.alternatives.filter((id) => id !== chosen)
  if (others.length === 0) return null
  return (
    <>
      <dt>Mungkin juga</dt>
      <dd>{others.map(categoryLabel).join('; ')}</dd>
    </>
  )
}

const Confidence = ({ value }: { value: number }) => (
  <>
    <dt>Keyakinan</dt>
    <dd>
      <meter min={0} max={1} low={0.5} high={0.75} optimum={1} value={value}>
        {Math.round(value * 100)}%
      </meter>{' '}
      {Math.round(value * 100)}%
    </dd>
  </>
)

const placeInWords = ({ place }: Case): string => {
  if (!place) return 'Tidak disebut'
  return place.ambiguous ? `${place.name} (lebih dari satu tempat bernama demikian)` : place.name
}
