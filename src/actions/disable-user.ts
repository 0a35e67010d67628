import { type Refusal, refuse } from '../core/errors.ts'
import type { User } from '../ports/people.ts'
import type { Ports } from '../ports/ports.ts'

type Saved = { kind: 'saved'; user: User } | Refusal

/** Somebody leaves: sessions and claims end at once. The last administrator stays. */
export const disableUser = async (
  { users }: Pick<Ports, 'users'>,
  governmentId: string | null,
  userId: string,
): Promise<Saved> => {
  const done = await users.disable(governmentId, userId)
  return done.kind === 'refused' ? done : saved(users, governmentId, userId)
}

/** Somebody comes back, with the roles that they had. */
export const enableUser = async (
  { users }: Pick<Ports, 'users'>,
  governmentId: string | null,
  userId: string,
): Promise<Saved> => {
  const done = await users.enable(governmentId, userId)
  return done.kind === 'refused' ? done : saved(users, governmentId, userId)
}

const saved = async (
  users: Ports['users'],
  governmentId: string | null,
  userId: string,
): Promise<Saved> => {
  const user = await users.find(governmentId, userId)
  return user ? { kind: 'saved', user } : refuse('not-found')
}
