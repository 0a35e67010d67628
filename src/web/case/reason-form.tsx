import type { Case } from '../api/wire.ts'
import { Field } from '../parts/field.tsx'
import { work } from '../state/case-work.ts'
import { CaseForm } from './case-form.tsx'
import { useDraft } from './use-draft.ts'

const WORDS = {
  dismiss: {
    title: 'Bukan aduan',
    submit: 'Nyatakan bukan aduan',
    hint: 'Misalnya iklan, candaan, atau bukan layanan pemerintah. Alasan tercatat di riwayat.',
  },
  reopen: {
    title: 'Buka kembali',
    submit: 'Buka kembali',
    hint: 'Misalnya warga menyampaikan bahwa masalahnya belum selesai.',
  },
}

/** The two verbs that only want to know why. */
export const ReasonForm = ({ current, verb }: { current: Case; verb: 'dismiss' | 'reopen' }) => {
  const { field, type, drop } = useDraft(current, verb)
  const { title, submit, hint } = WORDS[verb]
  const save = () => work(current, verb, { reason: field('reason').trim() })
  return (
    <CaseForm title={title} submit={submit} onSubmit={save} onDone={drop}>
      <Field label="Alasan" hint={hint}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            required
            maxLength={2_000}
            value={field('reason')}
            onInput={(event) => type('reason', event.currentTarget.value)}
          />
        )}
      </Field>
    </CaseForm>
  )
}
