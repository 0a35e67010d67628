import { Field } from './field.tsx'

interface ReasonFieldProps {
  value: string
  onInput: (value: string) => void
}

/** Why the reader was wrong, for whoever looks at the correction later. */
export const ReasonField = ({ value, onInput }: ReasonFieldProps) => (
  <Field label="Alasan (boleh kosong)" hint="Pembetulan ini menjadi contoh bagi pembaca otomatis.">
    {(ids) => (
      <textarea
        {...ids}
        rows={2}
        maxLength={2_000}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  </Field>
)
