import { useState } from 'preact/hooks'
import { EVIDENCE_LABELS } from '../../core/evidence.ts'
import type { Case } from '../api/wire.ts'
import { Field } from '../parts/field.tsx'
import { CaseForm } from './case-form.tsx'
import { type EvidenceChoice, isChoice } from './evidence-choices.ts'
import { EvidenceFields } from './evidence-fields.tsx'
import { Requirement } from './requirement.tsx'
import { resolveWith } from './resolve-with.ts'
import { useDraft } from './use-draft.ts'
import { useEvidence } from './use-evidence.ts'

/**
 * Ending a case needs an answer (or why it stays private), a follow-up, and evidence (or why there
 * is none). What is missing is said where it can be given.
 */
export const ResolveForm = ({ current }: { current: Case }) => {
  const { field, type, drop } = useDraft(current, 'resolve')
  const [photo, setPhoto] = useState<File | null>(null)
  const shown = useEvidence(current)
  const answered = !current.owesAnswer
  const followedUp = current.followedUpAt !== null
  const given = shown !== null && shown.length > 0
  const chosen = field('choice')
  const choice: EvidenceChoice = isChoice(chosen) ? chosen : 'photo-after'
  const said = {
    text: field('text').trim(),
    privateReason: answered ? null : field('private').trim() || null,
    evidence: given ? null : { choice, words: field('evidence').trim(), photo },
  }
  return (
    <CaseForm
      title="Selesai"
      submit="Tandai selesai"
      onSubmit={() => resolveWith(current, said)}
      onDone={drop}
    >
      <ul class="requirements">
        <Requirement met={answered} says="Tanggapan bermutu tercatat" remedy="answer">
          {current.answeredAt ? 'Belum ada tanggapan baru' : 'Belum ada tanggapan bermutu'}
        </Requirement>
        <Requirement met={followedUp} says="Tindak lanjut tercatat" remedy="follow-up">
          Belum ada tindak lanjut
        </Requirement>
        <Requirement
          met={given}
          says={`Bukti dukung: ${shown?.map(({ kind }) => EVIDENCE_LABELS[kind]).join(', ')}`}
        >
          Belum ada bukti dukung: lampirkan di bawah, atau tuliskan mengapa tidak ada
        </Requirement>
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
          hint="Isi hanya bila warga dijawab secara pribadi."
        >
          {(ids) => (
            <input
              {...ids}
              maxLength={2_000}
              value={field('private')}
              onInput={(event) => type('private', event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      {!given && (
        <EvidenceFields
          choice={choice}
          words={field('evidence')}
          onChoose={(next) => type('choice', next)}
          onWords={(words) => type('evidence', words)}
          onPhoto={setPhoto}
        />
      )}
    </CaseForm>
  )
}
