import { useState } from 'preact/hooks'
import type { CaseView } from '../api/wire.ts'
import { splitOff } from '../state/join-cases.ts'
import { CaseForm } from './case-form.tsx'

/** Ticked posts become a case of their own; at least one stays. */
export const SplitForm = ({ view: { case: current, posts } }: { view: CaseView }) => {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const some = chosen.length > 0 && chosen.length < current.postCount
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <CaseForm
      title="Pisahkan"
      submit={`Pisahkan ${chosen.length} kiriman`}
      blocked={!some}
      onSubmit={() => splitOff(current, [...chosen])}
    >
      {posts.length < 2 ? (
        <p class="muted">Kasus ini hanya berisi satu kiriman; tidak ada yang dapat dipisahkan.</p>
      ) : (
        <fieldset class="split-posts">
          <legend>Kiriman yang membahas masalah lain</legend>
          {posts.map(({ id, text, authorHandle }) => (
            <label key={id} class="split-post">
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
              <span>
                {authorHandle && <strong>{authorHandle} </strong>}
                {text}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </CaseForm>
  )
}
