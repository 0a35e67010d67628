import { useEffect, useState } from 'preact/hooks'
import { SPOKE_FOR, SPOKE_FOR_LABELS } from '../../core/explanation.ts'
import { explainPost } from '../api/posts.ts'
import { type Answer, sentenceOf } from '../api/request.ts'
import type { CaseView, PostWhy, SpokenWord } from '../api/wire.ts'
import { categoryLabel } from '../state/names.ts'
import { explained } from '../state/word-by-word.ts'
import { type Segment, segmentsOf } from './segments.ts'
import { SimilarCases } from './similar-cases.tsx'

/** The text of a post with the words underlined that spoke, and what each of them did. */
export const WordByWord = ({ view }: { view: CaseView }) => {
  const posts = view.posts.filter(({ reading }) => reading)
  const postId = explained.value?.postId ?? posts[0]?.id
  const [answer, setAnswer] = useState<Answer<PostWhy> | null>(null)
  useEffect(() => {
    let wanted = true
    setAnswer(null)
    if (postId) void explainPost(postId).then((told) => wanted && setAnswer(told))
    return () => {
      wanted = false
    }
  }, [postId])
  if (!postId) return <p class="hint">Kasus ini belum memuat kiriman yang terbaca.</p>
  return (
    <section class="word-by-word" aria-label="Mengapa di sini, kata demi kata">
      {posts.length > 1 && <WhichPost ids={posts.map(({ id }) => id)} chosen={postId} />}
      {!answer && <div class="ghost" aria-busy="true" />}
      {answer?.kind === 'refused' && <p class="hint">{sentenceOf(answer.problem)}</p>}
      {answer?.kind === 'ok' && <Explained why={answer.body} />}
    </section>
  )
}

const WhichPost = ({ ids, chosen }: { ids: string[]; chosen: string }) => (
  <label class="which-post">
    Kiriman{' '}
    <select
      value={chosen}
      onChange={({ currentTarget }) => {
        explained.value = { postId: currentTarget.value }
      }}
    >
      {ids.map((id, at) => (
        <option key={id} value={id}>
          {at + 1} dari {ids.length}
        </option>
      ))}
    </select>
  </label>
)

const Explained = ({ why }: { why: PostWhy }) => {
  const [shown, setShown] = useState<Segment | null>(null)
  return (
    <>
      <p class="explained-text">
        {segmentsOf(why.text, why.words).map((segment, at) =>
          segment.words.length === 0 ? (
            segment.text
          ) : (
            <Spoken key={at} segment={segment} onShow={() => setShown(segment)} />
          ),
        )}
      </p>
      <p class="explained-word" aria-live="polite">
        {shown ? reasonOf(shown) : 'Arahkan ke kata bergaris bawah untuk melihat alasannya.'}
      </p>
      <Reasons words={why.words} text={why.text} />
      {why.against && (
        <p class="muted">
          Bobot model: {categoryLabel(why.category)} dibanding {categoryLabel(why.against)}.
        </p>
      )}
      <SimilarCases similar={why.similar} />
    </>
  )
}

const Spoken = ({ segment, onShow }: { segment: Segment; onShow: () => void }) => {
  const main = SPOKE_FOR.find((what) => segment.words.some((word) => word.for === what))
  return (
    <button
      type="button"
      class={`spoken spoken--${main}`}
      title={reasonOf(segment)}
      onFocus={onShow}
      onMouseEnter={onShow}
      onClick={onShow}
    >
      {segment.text}
    </button>
  )
}

const reasonOf = ({ text, words }: Segment): string =>
  `“${text.trim()}” – ${[...new Set(words.map(sayWhy))].join('; ')}`

const sayWhy = (word: SpokenWord): string => `${SPOKE_FOR_LABELS[word.for]}: ${word.why}`

/** The same in a list: for who prints it, and for who hears it. */
const Reasons = ({ words, text }: { words: SpokenWord[]; text: string }) => (
  <ul class="because">
    {SPOKE_FOR.flatMap((what) => {
      const own = words.filter((word) => word.for === what)
      if (own.length === 0) return []
      const said = own.map(({ from, to, why }) => `“${text.slice(from, to)}” (${why})`)
      return [
        <li key={what}>
          <span class={`spoken spoken--${what}`}>{SPOKE_FOR_LABELS[what]}</span>:{' '}
          {[...new Set(said)].join(', ')}
        </li>,
      ]
    })}
  </ul>
)
