import { type Refusal, refuse } from '../core/errors.ts'
import { isStrongPassword } from '../core/password-rule.ts'
import type { User } from '../ports/people.ts'
import type { Ports } from '../ports/ports.ts'

/** By the one-time link of an invitation or a reset. Every open session of the person ends. */
export const setPassword = async (
  ports: Pick<Ports, 'users' | 'sessions' | 'passwords'>,
  { token, password }: { token: string; password: string },
): Promise<{ kind: 'password-set'; user: User } | Refusal> => {
  const link = await ports.users.peekLink(token)
  if (link?.purpose !== 'set-password' || !link.user || link.user.disabledAt)
    return refuse('link-used-up')
  if (!isStrongPassword(password)) return refuse('password-too-weak')
  const hash = await ports.passwords.hash(password)
  if (!(await ports.users.useLink(token))) return refuse('link-used-up')
  await ports.users.setPassword(link.user.id, hash)
  await ports.sessions.closeAllOf(link.user.id)
  return { kind: 'password-set', user: link.user }
}
