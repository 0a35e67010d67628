import { type Refusal, refuse } from '../core/errors.ts'
import { whyNotManage } from '../core/inspectorate-accounts.ts'
import type { Viewer } from '../core/roles.ts'
import type { NewUser, User } from '../ports/people.ts'
import type { Ports } from '../ports/ports.ts'

type PeoplePorts = Pick<Ports, 'users' | 'configurations'>

/** Whoever acts on a person; null is the terminal of the machine itself, which is stopped by nothing. */
export type Manager = Viewer | null

/** Null where the manager may let this person in, or end what they have. */
export const whyNotLetIn = async (
  { users, configurations }: PeoplePorts,
  manager: Manager,
  person: Pick<NewUser, 'agencyId' | 'roles'>,
): Promise<Refusal | null> => {
  if (!manager) return null
  const government = await configurations.government(manager.governmentId)
  if (!government) return refuse('not-found')
  const staffed = (await users.list(manager.governmentId)).some(isInspector)
  const { inspectorate } = government
  return whyNotManage(manager, person, { inspectorate, staffed })
}

/** The person, if the manager may act on them. */
export const managed = async (
  ports: PeoplePorts,
  manager: Manager,
  userId: string,
): Promise<{ kind: 'managed'; user: User } | Refusal> => {
  const user = await ports.users.find(manager?.governmentId ?? null, userId)
  if (!user) return refuse('not-found')
  const refusal = await whyNotLetIn(ports, manager, user)
  // whom they have no right over is not in their list either
  if (refusal?.code === 'no-right') return refuse('not-found')
  return refusal ?? { kind: 'managed', user }
}

const isInspector = ({ roles, disabledAt, hasPassword }: User): boolean =>
  roles.includes('inspectorate') && disabledAt === null && hasPassword
