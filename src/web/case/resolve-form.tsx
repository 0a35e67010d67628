import type { Case } from '../api/wire.ts'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { work } from '../state/case-work.ts'
import { CaseForm } from './case-form.tsx'
import { useDraft } from './use-draft.ts'

/** Closing needs an answer (or why it stays private), a follow-up and evidence (or why there is none). */
export const ResolveForm = ({ current }: { current: Case }) => {
  const { field, type, drop } = useDraft(current, 'resolve')
  const answered = current.answeredAt !== null
  const followedUp = current.followedUpAt !== null
  const save = async () => {
    const said = {
      text: field('text').trim(),
      privateReason: field('private').trim() || null,
      evidenceReason: field('evidence').trim() || null,
    }
    const done = await work(current, 'resolve', said)
    if (done) drop()
    return done
  }
  return (
    <CaseForm title="Selesai" submit="Tandai selesai" onSubmit={save} blocked={!followedUp}>
      <ul class="requirements">
        <Requirement met={answered} text="Tanggapan untuk warga tercatat" />
        <Requirement met={followedUp} text="Tindak lanjut atau jawaban final tercatat" />
      </ul>
      <Field label="Ringkasan penyelesaian">
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            required
            maxLength={5_000}
            value={field('text')}
            onInput={(event) => type('text', event.currentTarget.value)}
          />
        )}
      </Field>
      {!answered && (
        <Field
          label="Alasan tidak dijawab di ruang publik"
          hint="Isi bila warga dijawab secara pribadi; tanpa ini, catat tanggapan lebih dahulu."
        >
          {(ids) => (
            <input
              {...ids}
              required
              maxLength={2_000}
              value={field('private')}
              onInput={(event) => type('private', event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <Field
        label="Alasan tanpa bukti dukung"
        hint="Kosongkan bila foto, nomor surat, atau konfirmasi pelapor sudah dilampirkan."
      >
        {(ids) => (
          <input
            {...ids}
            maxLength={2_000}
            value={field('evidence')}
            onInput={(event) => type('evidence', event.currentTarget.value)}
          />
        )}
      </Field>
    </CaseForm>
  )
}

const Requirement = ({ met, text }: { met: boolean; text: string }) => (
  <li class={met ? 'is-met' : 'is-missing'}>
    <Icon name={met ? 'check' : 'x'} /> {text}
    <span class="off-screen">{met ? ' (terpenuhi)' : ' (belum)'}</span>
  </li>
)
