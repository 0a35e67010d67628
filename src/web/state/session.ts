import { computed, signal } from '@preact/signals'
import type { Right } from '../../core/roles.ts'
import { readMe, readReference, signOut } from '../api/account.ts'
import { onSignedOut } from '../api/request.ts'
import type { Me, Reference } from '../api/wire.ts'
import type { Zone } from '../format/moments.ts'
import { forgetNames, rememberNames } from './names.ts'

export type Session =
  | { kind: 'unknown' }
  | { kind: 'signed-out' }
  | { kind: 'unreachable' }
  | { kind: 'signed-in'; me: Me; reference: Reference }

export const session = signal<Session>({ kind: 'unknown' })

export const me = computed<Me | null>(() =>
  session.value.kind === 'signed-in' ? session.value.me : null,
)

export const reference = computed<Reference | null>(() =>
  session.value.kind === 'signed-in' ? session.value.reference : null,
)

export const zone = computed<Zone>(() => ({
  timezone: me.value?.government.timezone ?? 'Asia/Jakarta',
  label: me.value?.government.zoneLabel ?? 'WIB',
}))

export const may = (right: Right): boolean => me.value?.rights.includes(right) ?? false

/** Asks the server who is looking. Called at the start and after signing in. */
export const recogniseViewer = async (): Promise<void> => {
  const [who, words] = await Promise.all([readMe(), readReference()])
  if (who.kind === 'ok' && words.kind === 'ok') {
    rememberNames(words.body)
    session.value = { kind: 'signed-in', me: who.body, reference: words.body }
    return
  }
  const refused = who.kind === 'refused' ? who : words
  const away = refused.kind === 'refused' && refused.problem.status === 401
  session.value = { kind: away ? 'signed-out' : 'unreachable' }
}

export const leave = async (): Promise<void> => {
  await signOut()
  forgetNames()
  session.value = { kind: 'signed-out' }
}

onSignedOut(() => {
  session.value = { kind: 'signed-out' }
})
