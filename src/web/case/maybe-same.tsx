import { notSame } from '../api/join.ts'
import { sentenceOf } from '../api/request.ts'
import type { CaseView } from '../api/wire.ts'
import { mergeIn } from '../state/join-cases.ts'
import { notify } from '../state/notices.ts'
import { reloadCase } from '../state/open-case.ts'
import { may } from '../state/session.ts'

/** Cases that the machine was not sure enough of: a person says yes or no, once. */
export const MaybeSame = ({ view }: { view: CaseView }) => {
  const { suggestions, case: current } = view
  if (suggestions.length === 0) return null
  const decline = async (otherId: string) => {
    const answer = await notSame(current.id, otherId)
    if (answer.kind === 'refused') notify('refused', sentenceOf(answer.problem))
    else notify('done', 'Dicatat: bukan kasus yang sama.')
    await reloadCase()
  }
  return (
    <section class="maybe-same" aria-label="Mungkin sama">
      <h3>Mungkin sama</h3>
      {suggestions.map(({ id, code, title, because, postCount }) => (
        <div key={id} class="maybe">
          <p>
            <a class="code" href={`/kasus/${id}`}>
              {code}
            </a>{' '}
            {title} <span class="muted">({postCount} kiriman)</span>
          </p>
          <p class="muted">{because}</p>
          {may('case:work') && (
            <div class="maybe-verdict">
              <button type="button" class="button" onClick={() => void mergeIn(current, id)}>
                Gabungkan
              </button>
              <button type="button" class="button button--bare" onClick={() => void decline(id)}>
                Bukan sama
              </button>
            </div>
          )}
        </div>
      ))}
    </section>
  )
}
