/** Which form is open under the case. One at a time; what was typed in the others is kept. */
import { effect, signal } from '@preact/signals'
import { openCaseId } from './open-case.ts'

export type Form =
  | 'answer'
  | 'follow-up'
  | 'note'
  | 'transfer'
  | 'recategorise'
  | 'merge'
  | 'split'
  | 'dismiss'
  | 'resolve'
  | 'reopen'

export const form = signal<Form | null>(null)

/** Another case starts without a form. */
export const keepComposer = (): (() => void) =>
  effect(() => {
    openCaseId.value
    form.value = null
  })
