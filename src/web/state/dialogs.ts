import { signal } from '@preact/signals'

/** At most one thing lies over the page. */
export type Dialog = 'paste' | 'alerts' | 'keys' | 'menu'

export const dialog = signal<Dialog | null>(null)

export const show = (which: Dialog): void => {
  dialog.value = which
}

export const hide = (): void => {
  dialog.value = null
}
