import { useId, useState } from 'preact/hooks'
import { hasCases } from '../../core/case-category.ts'
import { categoryLabel } from '../state/names.ts'
import { reference } from '../state/session.ts'
import { Field } from './field.tsx'
import { matchCategories } from './match-categories.ts'

interface CategoryFieldProps {
  /** What is offered before anything was typed: what the reader thought of. */
  proposed: string[]
  /** '' before one was chosen. */
  chosen: string
  onChoose: (id: string) => void
}

/** All categories that a case may have, by search; Enter takes the first that fits. */
export const CategoryField = ({ proposed, chosen, onChoose }: CategoryFieldProps) => {
  const [typed, setTyped] = useState('')
  const found = matchCategories(reference.value?.categories ?? [], typed)
    .map(({ id }) => id)
    .filter(hasCases)
  const isSearched = typed.trim() !== ''
  const offered = (isSearched ? found : proposed).filter(hasCases)
  const takeFirst = (event: KeyboardEvent) => {
    const [first] = found
    if (event.key !== 'Enter' || event.ctrlKey || !first || first === chosen) return
    event.preventDefault()
    onChoose(first)
  }
  return (
    <>
      <Field
        label="Cari kategori"
        hint={<span class="wide-only">Enter memilih yang teratas.</span>}
      >
        {(ids) => (
          <input
            {...ids}
            type="search"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={takeFirst}
          />
        )}
      </Field>
      {isSearched && found.length === 0 && (
        <p class="muted" role="status">
          Tidak ada kategori dengan kata itu.
        </p>
      )}
      <Choices offered={offered} chosen={chosen} onChoose={onChoose} />
    </>
  )
}

interface ChoicesProps {
  offered: string[]
  chosen: string
  onChoose: (id: string) => void
}

/** The chosen one is always among them. */
const Choices = ({ offered, chosen, onChoose }: ChoicesProps) => {
  const name = useId()
  const shown = [...new Set([...offered, chosen].filter(Boolean))]
  if (shown.length === 0) return null
  return (
    <fieldset class="field">
      <legend>Kategori</legend>
      {shown.map((id) => (
        <label key={id} class="check">
          <input
            type="radio"
            name={name}
            value={id}
            required
            checked={id === chosen}
            onChange={() => onChoose(id)}
          />
          <span>{categoryLabel(id)}</span>
        </label>
      ))}
    </fieldset>
  )
}
