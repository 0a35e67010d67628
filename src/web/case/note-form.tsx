import type { Case } from '../api/wire.ts'
import { Field } from '../parts/field.tsx'
import { work } from '../state/case-work.ts'
import { CaseForm } from './case-form.tsx'
import { useDraft } from './use-draft.ts'

export const NoteForm = ({ current }: { current: Case }) => {
  const { field, type, drop } = useDraft(current, 'note')
  const save = () => work(current, 'note', { text: field('text').trim() })
  return (
    <CaseForm title="Catatan internal" submit="Simpan catatan" onSubmit={save} onDone={drop}>
      <Field label="Catatan" hint="Hanya dibaca petugas, tidak pernah dikirim kepada warga.">
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            required
            maxLength={5_000}
            value={field('text')}
            onInput={(event) => type('text', event.currentTarget.value)}
          />
        )}
      </Field>
    </CaseForm>
  )
}
