import type { Case } from '../api/wire.ts'
import { Field } from '../parts/field.tsx'
import { mergeByCode } from '../state/join-cases.ts'
import { CaseForm } from './case-form.tsx'
import { useDraft } from './use-draft.ts'

export const MergeForm = ({ current }: { current: Case }) => {
  const { field, type, drop } = useDraft(current, 'merge')
  const save = () => mergeByCode(current, field('code').trim())
  return (
    <CaseForm title="Gabungkan" submit="Gabungkan ke kasus ini" onSubmit={save} onDone={drop}>
      <Field
        label="Kode kasus yang sama"
        hint={`Kiriman dan pelapornya pindah ke ${current.code}; tautannya tetap berlaku. Dapat dibatalkan dari riwayat.`}
      >
        {(ids) => (
          <input
            {...ids}
            required
            maxLength={20}
            autocomplete="off"
            value={field('code')}
            onInput={(event) => type('code', event.currentTarget.value)}
          />
        )}
      </Field>
    </CaseForm>
  )
}
