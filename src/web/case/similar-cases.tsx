import { STATE_LABELS } from '../../core/case-state.ts'
import type { PostWhy } from '../api/wire.ts'
import { Moment } from '../parts/moment.tsx'

/** How it went the last times that the same was said. */
export const SimilarCases = ({ similar }: Pick<PostWhy, 'similar'>) => {
  if (similar.length === 0) return null
  return (
    <>
      <h4>Kasus serupa yang lalu</h4>
      <ul class="because">
        {similar.map(({ id, code, title, state, endedAt, because }) => (
          <li key={id}>
            <a class="code" href={`/kasus/${id}`}>
              {code}
            </a>{' '}
            {title}{' '}
            <span class="muted">
              {STATE_LABELS[state]} <Moment at={endedAt} />, {because}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
