import { FOLLOW_UP_LABELS, FOLLOW_UP_TYPES } from '../../core/case-event.ts'
import type { Case } from '../api/wire.ts'
import { Field } from '../parts/field.tsx'
import { work } from '../state/case-work.ts'
import { CaseForm } from './case-form.tsx'
import { useDraft } from './use-draft.ts'

export const FollowUpForm = ({ current }: { current: Case }) => {
  const { field, type, drop } = useDraft(current, 'follow-up')
  const chosen = FOLLOW_UP_TYPES.find((known) => known === field('type')) ?? 'field'
  const save = () => work(current, 'follow-up', { type: chosen, text: field('text').trim() })
  return (
    <CaseForm title="Tindak lanjut" submit="Catat tindak lanjut" onSubmit={save} onDone={drop}>
      <Field label="Jenis tindak lanjut">
        {(ids) => (
          <select
            {...ids}
            value={chosen}
            onChange={(event) => type('type', event.currentTarget.value)}
          >
            {FOLLOW_UP_TYPES.map((known) => (
              <option key={known} value={known}>
                {FOLLOW_UP_LABELS[known]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label="Apa yang dilakukan"
        hint="Sebut tanggal, lokasi, petugas, dan janji tanggal bila ada."
      >
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
