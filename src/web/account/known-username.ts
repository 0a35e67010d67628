import { signal } from '@preact/signals'

/** Who has just set a password: the sign-in form greets with it. */
export const knownUsername = signal('')
