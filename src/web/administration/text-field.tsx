import { Field } from '../parts/field.tsx'

interface TextFieldProps {
  label: string
  hint?: string
  value: string
  onInput: (value: string) => void
  required?: boolean
  secret?: boolean
  pattern?: string
  maxLength?: number
  placeholder?: string
}

const SECRET = { type: 'password', autocomplete: 'new-password' } as const
const PLAIN = { type: 'text', autocomplete: 'off' } as const

export const TextField = ({ label, hint, onInput, secret, ...input }: TextFieldProps) => (
  <Field label={label} hint={hint}>
    {(ids) => (
      <input
        {...ids}
        {...input}
        {...(secret ? SECRET : PLAIN)}
        spellcheck={false}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  </Field>
)
