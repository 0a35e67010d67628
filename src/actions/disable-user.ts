import { type Refusal, refuse } from '../core/errors.ts'
import type { User } from '../ports/people.ts'
import type { Ports } from '../ports/ports.ts'
import { type Manager, managed } from './manage-people.ts'

type Saved = { kind: 'saved'; user: User } | Refusal
type PeoplePorts = Pick<Ports, 'users' | 'configurations'>

/** Somebody leaves: sessions and claims end at once. The last administrator stays. */
export const disableUser = (ports: PeoplePorts, manager: Manager, userId: string): Promise<Saved> =>
  change(ports, manager, userId, (governmentId) => ports.users.disable(governmentId, userId))

/** Somebody comes back, with the roles that they had. */
export const enableUser = (ports: PeoplePorts, manager: Manager, userId: string): Promise<Saved> =>
  change(ports, manager, userId, (governmentId) => ports.users.enable(governmentId, userId))

const change = async (
  ports: PeoplePorts,
  manager: Manager,
  userId: string,
  act: (governmentId: string | null) => Promise<{ kind: string } | Refusal>,
): Promise<Saved> => {
  const meant = await managed(ports, manager, userId)
  if (meant.kind === 'refused') return meant
  const governmentId = manager?.governmentId ?? null
  const done = await act(governmentId)
  if ('code' in done) return done
  const user = await ports.users.find(governmentId, userId)
  return user ? { kind: 'saved', user } : refuse('not-found')
}
