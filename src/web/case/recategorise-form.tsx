import { useState } from 'preact/hooks'
import { NOT_A_SERVICE } from '../../core/correction.ts'
import { KIND_LABELS, KINDS, type Kind } from '../../core/reading.ts'
import type { CaseView } from '../api/wire.ts'
import { Field } from '../parts/field.tsx'
import { work } from '../state/case-work.ts'
import { categoryLabel } from '../state/names.ts'
import { reference } from '../state/session.ts'
import { CaseForm } from './case-form.tsx'
import { matchCategories } from './match-categories.ts'
import { useDraft } from './use-draft.ts'

/** "Bukan layanan" is a verb of its own. */
const OFFERED_KINDS = KINDS.filter((kind) => kind !== 'irrelevant')

/** What the reader thought of second and third stands first; then all categories, by search. */
export const RecategoriseForm = ({ view }: { view: CaseView }) => {
  const current = view.case
  const { field, type, drop } = useDraft(current, 'recategorise')
  const chosen = field('category') || current.category
  const kind = (field('kind') || current.kind) as Kind
  const save = () => {
    const reason = field('reason').trim()
    const said = { category: chosen, kind, ...(reason ? { reason } : {}) }
    return work(current, 'recategorise', said)
  }
  return (
    <CaseForm title="Betulkan kategori" submit="Simpan" onSubmit={save} onDone={drop}>
      <Categories
        proposed={proposedFor(view)}
        chosen={chosen}
        onChoose={(id) => type('category', id)}
      />
      <Field label="Jenis">
        {(ids) => (
          <select
            {...ids}
            value={kind}
            onChange={(event) => type('kind', event.currentTarget.value)}
          >
            {OFFERED_KINDS.map((each) => (
              <option key={each} value={each}>
                {KIND_LABELS[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label="Alasan (boleh kosong)"
        hint="Pembetulan ini menjadi contoh bagi pembaca otomatis."
      >
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            maxLength={2_000}
            value={field('reason')}
            onInput={(event) => type('reason', event.currentTarget.value)}
          />
        )}
      </Field>
    </CaseForm>
  )
}

const proposedFor = ({ case: current, posts }: CaseView): string[] => {
  const read = posts.find(({ reading }) => reading)?.reading?.alternatives ?? []
  return [...new Set([current.category, ...read])].filter((id) => id !== NOT_A_SERVICE)
}

interface CategoriesProps {
  proposed: string[]
  chosen: string
  onChoose: (id: string) => void
}

const Categories = ({ proposed, chosen, onChoose }: CategoriesProps) => {
  const [typed, setTyped] = useState('')
  const found = matchCategories(reference.value?.categories ?? [], typed)
    .map(({ id }) => id)
    .filter((id) => id !== NOT_A_SERVICE)
  const shown = [...new Set([...proposed, ...found, chosen])]
  return (
    <>
      <fieldset class="field">
        <legend>Kategori</legend>
        {shown.map((id) => (
          <label key={id} class="check">
            <input
              type="radio"
              name="category"
              value={id}
              checked={id === chosen}
              onChange={() => onChoose(id)}
            />
            <span>{categoryLabel(id)}</span>
          </label>
        ))}
      </fieldset>
      <Field label="Cari di semua kategori">
        {(ids) => (
          <input
            {...ids}
            type="search"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
    </>
  )
}
