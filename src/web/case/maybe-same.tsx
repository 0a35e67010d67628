import type { Case, CaseView } from '../api/wire.ts'
import { aloud } from '../state/deed.ts'
import { declinePair, mergeIn } from '../state/join-cases.ts'
import { may } from '../state/session.ts'

/** Cases that the machine was not sure enough of: a person says yes or no, once. */
export const MaybeSame = ({ view }: { view: CaseView }) => {
  const { suggestions, case: current } = view
  if (suggestions.length === 0) return null
  return (
    <section class="maybe-same" aria-label="Mungkin sama">
      <h3>Mungkin sama</h3>
      {suggestions.map(({ id, code, title, because, postCount }, at) => (
        <div key={id} class="maybe">
          <p>
            <a class="code" href={`/kasus/${id}`}>
              {code}
            </a>{' '}
            {title} <span class="muted">({postCount} kiriman)</span>
          </p>
          <p class="muted">{because}</p>
          {may('case:work') && <Verdict current={current} otherId={id} withKeys={at === 0} />}
        </div>
      ))}
    </section>
  )
}

interface VerdictProps {
  current: Case
  otherId: string
  /** The keys mean the likeliest. */
  withKeys: boolean
}

const Verdict = ({ current, otherId, withKeys }: VerdictProps) => (
  <div class="maybe-verdict">
    <button
      type="button"
      class="button"
      {...(withKeys ? { 'aria-keyshortcuts': 'y' } : {})}
      onClick={() => void aloud(mergeIn(current, otherId))}
    >
      Gabungkan {withKeys && <Key pressed="y" />}
    </button>
    <button
      type="button"
      class="button button--bare"
      {...(withKeys ? { 'aria-keyshortcuts': 'x' } : {})}
      onClick={() => void aloud(declinePair(current, otherId))}
    >
      Bukan sama {withKeys && <Key pressed="x" />}
    </button>
  </div>
)

const Key = ({ pressed }: { pressed: string }) => (
  <span class="key" aria-hidden="true">
    {pressed}
  </span>
)
