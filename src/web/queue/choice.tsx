import { useId } from 'preact/hooks'

export interface Option {
  value: string
  label: string
  /** A heading that it stands under. */
  group?: string
}

interface ChoiceProps {
  label: string
  value: string
  options: Option[]
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
        {!always && <option value="">{label}</option>}
        <Options options={options} />
      </select>
    </span>
  )
}

const Options = ({ options }: { options: Option[] }) => {
  const groups = [...new Set(options.map(({ group }) => group ?? ''))]
  return groups.map((group) => {
    const members = options
      .filter((option) => (option.group ?? '') === group)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))
    return group === '' ? (
      members
    ) : (
      <optgroup key={group} label={group}>
        {members}
      </optgroup>
    )
  })
}
