import { useState } from 'preact/hooks'
import type { Case } from '../api/wire.ts'
import { type Draft, type DraftKey, dropDraft, keepDraft, readDraft } from '../state/drafts.ts'
import { me } from '../state/session.ts'

/** The fields of one form of one case; what is typed outlives the form, the reload and a refusal. */
export const useDraft = (current: Case, form: string) => {
  const key: DraftKey = {
    userId: me.value?.user.id ?? '',
    caseId: current.id,
    form,
    confidential: current.confidential,
  }
  const [draft, setDraft] = useState<Draft>(() => readDraft(key))
  return {
    field: (name: string): string => draft[name] ?? '',
    type: (name: string, value: string): void => {
      const changed = { ...draft, [name]: value }
      setDraft(changed)
      keepDraft(key, changed)
    },
    drop: (): void => dropDraft(key),
  }
}
