/** Whether the open case explains itself word by word, and which of its posts. */
import { effect, signal } from '@preact/signals'
import { openCaseId } from './open-case.ts'

export const explained = signal<{ postId: string | null } | null>(null)

export const toggleExplained = (): void => {
  explained.value = explained.peek() ? null : { postId: null }
}

/** Another case is another question. */
effect(() => {
  void openCaseId.value
  explained.value = null
})
