import { Field } from '../parts/field.tsx'
import {
  ASKED,
  CHOICE_LABELS,
  EVIDENCE_CHOICES,
  type EvidenceChoice,
  isChoice,
} from './evidence-choices.ts'

interface EvidenceFieldsProps {
  choice: EvidenceChoice
  words: string
  onChoose: (choice: EvidenceChoice) => void
  onWords: (words: string) => void
  onPhoto: (file: File | null) => void
}

/** Which evidence, and then the one field that it needs. */
export const EvidenceFields = (props: EvidenceFieldsProps) => (
  <div class="evidence-row">
    <Field label="Bukti dukung">
      {(ids) => (
        <select
          {...ids}
          value={props.choice}
          onChange={({ currentTarget: { value } }) => isChoice(value) && props.onChoose(value)}
        >
          {EVIDENCE_CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {CHOICE_LABELS[choice]}
            </option>
          ))}
        </select>
      )}
    </Field>
    {props.choice === 'photo-after' ? (
      <PhotoField onPhoto={props.onPhoto} />
    ) : (
      <WordsField key={props.choice} {...props} choice={props.choice} />
    )}
  </div>
)

const PhotoField = ({ onPhoto }: Pick<EvidenceFieldsProps, 'onPhoto'>) => (
  <Field label="Berkas foto" hint="Ditayangkan tanpa data lokasi. Hindari wajah dan pelat nomor.">
    {(ids) => (
      <input
        {...ids}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        onChange={({ currentTarget }) => onPhoto(currentTarget.files?.[0] ?? null)}
      />
    )}
  </Field>
)

type WordsFieldProps = Pick<EvidenceFieldsProps, 'words' | 'onWords'> & {
  choice: keyof typeof ASKED
}

const WordsField = ({ choice, words, onWords }: WordsFieldProps) => (
  <Field label={ASKED[choice]}>
    {(ids) => (
      <input
        {...ids}
        inputMode={choice === 'link' ? 'url' : 'text'}
        maxLength={choice === 'letter' ? 200 : 2_000}
        value={words}
        onInput={({ currentTarget }) => onWords(currentTarget.value)}
      />
    )}
  </Field>
)
