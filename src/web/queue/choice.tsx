import { useId } from 'preact/hooks'

interface ChoiceProps {
  label: string
  value: string
  options: { value: string; label: string }[]
  /** There is always a choice: no "Semua". */
  always?: boolean
  onChange: (value: string) => void
}

/** A small labelled select of the filter row; stands out while it narrows the list. */
export const Choice = ({ label, value, options, always = false, onChange }: ChoiceProps) => {
  const id = useId()
  return (
    <span class={`choice ${value !== '' && !always ? 'is-set' : ''}`}>
      <label class={always ? '' : 'off-screen'} for={id}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {!always && <option value="">Semua {label.toLowerCase()}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
