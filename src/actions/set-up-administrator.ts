import { type Refusal, refuse } from '../core/errors.ts'
import { isStrongPassword } from '../core/password-rule.ts'
import type { Role } from '../core/roles.ts'
import type { Ports } from '../ports/ports.ts'
import type { OpenedSession } from './sign-in.ts'

export interface FirstAdministrator {
  token: string
  governmentId: string
  name: string
  username: string
  password: string
  alsoCoordinator: boolean
}

/** The link of the start banner makes the first administrator, once. */
export const setUpAdministrator = async (
  ports: Pick<Ports, 'users' | 'sessions' | 'passwords' | 'configurations'>,
  asked: FirstAdministrator,
): Promise<OpenedSession | Refusal> => {
  const link = await ports.users.peekLink(asked.token)
  if (link?.purpose !== 'first-administrator') return refuse('link-used-up')
  // Somebody came first by the command line: a banner that was left in a terminal opens no door.
  if ((await ports.users.count()) > 0) return refuse('link-used-up')
  if (!(await ports.configurations.government(asked.governmentId)))
    return refuse('invalid-input', 'Pemerintah daerah tidak dikenal.')
  if (!isStrongPassword(asked.password)) return refuse('password-too-weak')
  if (await ports.users.byUsername(asked.username)) return refuse('username-taken')
  const hash = await ports.passwords.hash(asked.password)
  // Used up only now: a mistyped form must not burn the only link there is.
  if (!(await ports.users.useLink(asked.token))) return refuse('link-used-up')
  return open(ports, asked, hash)
}

const open = async (
  { users, sessions }: Pick<Ports, 'users' | 'sessions'>,
  { governmentId, name, username, alsoCoordinator }: FirstAdministrator,
  hash: string,
): Promise<OpenedSession | Refusal> => {
  const roles: Role[] = ['administrator', ...(alsoCoordinator ? (['coordinator'] as const) : [])]
  const added = await users.add({ governmentId, agencyId: null, username, name, roles })
  if (added.kind === 'refused') return added
  await users.setPassword(added.user.id, hash)
  return { kind: 'signed-in', userId: added.user.id, ...(await sessions.open(added.user.id)) }
}
