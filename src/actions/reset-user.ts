import { type Refusal, refuse } from '../core/errors.ts'
import type { Ports } from '../ports.ts'
import { type Invitation, inviteUser } from './invite-user.ts'

/** A forgotten or leaked password: sessions end now, a new link opens the way back. */
export const resetUser = async (
  ports: Pick<Ports, 'users' | 'sessions' | 'ids' | 'clock'>,
  governmentId: string | null,
  userId: string,
): Promise<Invitation | Refusal> => {
  const user = await ports.users.find(governmentId, userId)
  if (!user) return refuse('not-found')
  await ports.sessions.closeAllOf(user.id)
  return inviteUser(ports, user)
}
