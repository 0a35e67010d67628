import type { ComponentChildren } from 'preact'
import { Icon } from '../parts/icon.tsx'
import { type Form, form } from '../state/composer.ts'

interface RequirementProps {
  met: boolean
  /** Where it is met. */
  says: string
  /** The form in which it can be given, where that is another one. */
  remedy?: 'answer' | 'follow-up'
  /** Where it is missing. */
  children: ComponentChildren
}

const REMEDIES: Partial<Record<Form, string>> = {
  answer: 'Tulis tanggapan',
  'follow-up': 'Catat tindak lanjut',
}

/** What a case needs before it can end, and the way there. */
export const Requirement = ({ met, says, remedy, children }: RequirementProps) => (
  <li class={met ? 'is-met' : 'is-missing'}>
    <Icon name={met ? 'check' : 'x'} /> {met ? says : children}
    {!met && remedy && (
      <button
        type="button"
        class="button"
        onClick={() => {
          form.value = remedy
        }}
      >
        {REMEDIES[remedy]}
      </button>
    )}
  </li>
)
