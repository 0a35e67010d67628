import { type Refusal, refuse } from '../core/errors.ts'
import type { Passwords, User } from '../ports/people.ts'
import type { Ports } from '../ports/ports.ts'

export type SignInPorts = Pick<
  Ports,
  'users' | 'sessions' | 'passwords' | 'ids' | 'audit' | 'clock'
>

export interface OpenedSession {
  kind: 'signed-in'
  userId: string
  token: string
  until: Date
}

/** One answer and one duration for every way to be wrong: no name can be found out by trying. */
export const signIn = async (
  ports: SignInPorts,
  said: { username: string; password: string },
): Promise<OpenedSession | Refusal> => {
  const user = await ports.users.byUsername(said.username.trim().toLowerCase())
  const hash = user?.passwordHash ?? (await decoyHash(ports))
  const right = await ports.passwords.verify(hash, said.password)
  if (!right || !user?.passwordHash || user.disabledAt) {
    await tellFailure(ports, user)
    return refuse('wrong-password')
  }
  return { kind: 'signed-in', userId: user.id, ...(await ports.sessions.open(user.id)) }
}

/** What was typed for a name is not kept: people type their password there. */
const tellFailure = ({ audit, clock }: SignInPorts, user: User | null): Promise<void> => {
  const subject = `user:${user?.id ?? 'unknown'}`
  const governmentId = user?.governmentId ?? null
  return audit.write([{ governmentId, at: clock.now(), act: 'user.sign-in-failed', subject }])
}

const decoys = new WeakMap<Passwords, Promise<string>>()

/** A hash at today's cost that no password opens; made once per process. */
const decoyHash = ({ passwords, ids }: SignInPorts): Promise<string> => {
  const known = decoys.get(passwords)
  if (known) return known
  const made = passwords.hash(ids.secret())
  decoys.set(passwords, made)
  return made
}
