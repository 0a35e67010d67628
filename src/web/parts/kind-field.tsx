import { mayBeConfidential } from '../../core/confidential-category.ts'
import { KIND_LABELS, KINDS, type Kind } from '../../core/reading.ts'
import { reference } from '../state/session.ts'
import { Field } from './field.tsx'

interface KindFieldProps {
  /** Decides which kinds there are. */
  category: string
  kind: Kind
  onChoose: (kind: Kind) => void
}

export const KindField = ({ category, kind, onChoose }: KindFieldProps) => (
  <Field label="Jenis">
    {(ids) => (
      <select
        {...ids}
        value={kind}
        onChange={(event) => onChoose(event.currentTarget.value as Kind)}
      >
        {kindsOf(category).map((each) => (
          <option key={each} value={each}>
            {KIND_LABELS[each]}
          </option>
        ))}
      </select>
    )}
  </Field>
)

/** "Bukan layanan" is a verb of its own. */
const kindsOf = (category: string): Kind[] =>
  KINDS.filter((kind) => kind !== 'irrelevant' && fits(kind, category))

/** What stays chosen when the category changes; else it is a complaint again. */
export const kindWithin = (category: string, kind: Kind): Kind =>
  fits(kind, category) ? kind : 'complaint'

const fits = (kind: Kind, category: string): boolean => {
  const named = reference.value?.categories.find(({ id }) => id === category)
  return mayBeConfidential(kind) || named?.confidential !== true
}
