import { signal } from '@preact/signals'

/** The moment that clocks on the page are drawn for; moves on by itself. */
export const now = signal(Date.now())

setInterval(() => {
  now.value = Date.now()
}, 15_000)
