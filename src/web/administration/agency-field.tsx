import { Field } from '../parts/field.tsx'
import { reference } from '../state/session.ts'

interface AgencyFieldProps {
  label: string
  /** What stands for "no agency". */
  none: string
  value: string | null
  onChange: (agencyId: string | null) => void
  required?: boolean
}

export const AgencyField = ({ label, none, value, onChange, required }: AgencyFieldProps) => (
  <Field label={label}>
    {(ids) => (
      <select
        {...ids}
        required={required}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      >
        <option value="">{none}</option>
        {reference.value?.agencies.map(({ id, abbreviation, name }) => (
          <option key={id} value={id}>
            {abbreviation} — {name}
          </option>
        ))}
      </select>
    )}
  </Field>
)
