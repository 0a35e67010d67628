import { signal } from '@preact/signals'

export interface Notice {
  id: number
  tone: 'done' | 'info' | 'refused'
  text: string
}

/** Short messages at the foot of the page; also what a screen reader is told. */
export const notices = signal<Notice[]>([])

/** Said to screen readers only: arrivals, claims of others. */
export const whisper = signal('')

let last = 0

export const notify = (tone: Notice['tone'], text: string): void => {
  last += 1
  const id = last
  notices.value = [...notices.value.slice(-2), { id, tone, text }]
  setTimeout(() => dismissNotice(id), tone === 'refused' ? 12_000 : 6_000)
}

export const dismissNotice = (id: number): void => {
  notices.value = notices.value.filter((notice) => notice.id !== id)
}
