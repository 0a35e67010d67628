import type { Refusal } from '../core/errors.ts'
import type { Ports } from '../ports/ports.ts'
import { type Invitation, inviteUser } from './invite-user.ts'
import { type Manager, managed } from './manage-people.ts'

/**
 * A forgotten or leaked password: it opens nothing from now on, sessions end, and a new link opens
 * the way back.
 */
export const resetUser = async (
  ports: Pick<Ports, 'users' | 'sessions' | 'passwords' | 'ids' | 'clock' | 'configurations'>,
  manager: Manager,
  userId: string,
): Promise<Invitation | Refusal> => {
  const meant = await managed(ports, manager, userId)
  if (meant.kind === 'refused') return meant
  const { user } = meant
  // One that nobody knows: whoever has the old one could sign in again until the link is used.
  await ports.users.setPassword(user.id, await ports.passwords.hash(ports.ids.secret()))
  await ports.sessions.closeAllOf(user.id)
  return inviteUser(ports, user)
}
