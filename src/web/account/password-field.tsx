import { passwordParts } from '../format/password-rule.ts'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'

interface PasswordFieldProps {
  value: string
  onInput: (password: string) => void
}

/** A new password, and the rule ticking along while it is typed. */
export const PasswordField = ({ value, onInput }: PasswordFieldProps) => (
  <Field label="Kata sandi" hint={<Rule password={value} />}>
    {(ids) => (
      <input
        {...ids}
        type="password"
        autocomplete="new-password"
        required
        maxLength={256}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  </Field>
)

const Rule = ({ password }: { password: string }) => (
  <ul class="rule">
    {passwordParts(password).map(({ label, met }) => (
      <li key={label} class={met ? 'is-met' : ''}>
        <Icon name={met ? 'check' : 'more'} /> {label}
      </li>
    ))}
  </ul>
)
