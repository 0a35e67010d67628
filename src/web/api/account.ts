import type { PasswordSet, SetupBody } from '../../http/schemas/account.ts'
import { read, write } from './request.ts'
import type { Invitation, Me, Reference } from './wire.ts'

export const readInvitation = (token: string) =>
  read<Invitation>(`/api/setup/${encodeURIComponent(token)}`)

export const makeFirstAdministrator = (administrator: SetupBody) =>
  write<Me>('POST', '/api/setup', administrator)

export const setPassword = (token: string, password: string) =>
  write<PasswordSet>('POST', '/api/password', { token, password })

export const signIn = (username: string, password: string) =>
  write<Me>('POST', '/api/session', { username, password })

export const signOut = () => write<null>('DELETE', '/api/session')

export const readMe = () => read<Me>('/api/me')
export const readReference = () => read<Reference>('/api/reference')
