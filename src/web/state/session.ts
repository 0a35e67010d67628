import { computed, signal } from '@preact/signals'
import type { Right } from '../../core/roles.ts'
import { readMe, readReference, signOut } from '../api/account.ts'
import { onSignedOut, type Problem } from '../api/request.ts'
import type { Me, Reference } from '../api/wire.ts'
import type { Zone } from '../format/moments.ts'
import { rememberNames } from './names.ts'

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

/** Another person at the same page starts with an empty one: nothing of the first is left. */
let lastViewer: string | null = null

/** Asks the server who is looking. Called at the start and after signing in. */
export const recogniseViewer = async (): Promise<void> => {
  const who = await readMe()
  if (who.kind === 'refused') return close(who.problem)
  const words = await readReference()
  if (words.kind === 'refused') return close(words.problem)
  if (lastViewer && lastViewer !== who.body.user.id) return location.assign('/')
  lastViewer = who.body.user.id
  rememberNames(words.body)
  session.value = { kind: 'signed-in', me: who.body, reference: words.body }
}

const close = ({ status }: Problem): void => {
  session.value = { kind: status === 401 ? 'signed-out' : 'unreachable' }
}

export const leave = async (): Promise<void> => {
  await signOut()
  location.assign('/')
}

onSignedOut(() => {
  session.value = { kind: 'signed-out' }
})
