import type { User } from '../ports/people.ts'
import type { Ports } from '../ports/ports.ts'

/** Long enough for a Friday letter to be opened on Monday. */
const INVITATION_HOURS = 72

export interface Invitation {
  kind: 'invited'
  user: User
  /** Goes into a link that is shown once; only its hash is kept. */
  token: string
  until: Date
}

/** Nobody ever gets a password from us: the person sets it by a one-time link. */
export const inviteUser = async (
  { users, ids, clock }: Pick<Ports, 'users' | 'ids' | 'clock'>,
  user: User,
): Promise<Invitation> => {
  const token = ids.secret()
  const until = new Date(clock.now().getTime() + INVITATION_HOURS * 3_600_000)
  await users.createLink('set-password', user.id, token, until)
  return { kind: 'invited', user, token, until }
}
