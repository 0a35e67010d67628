import { RIGHTS_OF } from '../../core/roles.ts'
import type { User } from '../../ports/people.ts'
import type { Ports } from '../../ports/ports.ts'
import { found } from '../refused.ts'
import type { Me } from '../schemas/account.ts'

/** Who is signed in, where, and what the console may offer. */
export const meOf = async (
  { users, configurations }: Pick<Ports, 'users' | 'configurations'>,
  userId: string,
): Promise<Me> => {
  const user = found(await users.find(null, userId))
  const government = found(await configurations.government(user.governmentId))
  const agency = government.agencies.find(({ id }) => id === user.agencyId)
  return {
    user: personOf(user),
    government: {
      id: government.id,
      name: government.name,
      zoneLabel: government.zoneLabel,
      timezone: government.timezone,
    },
    agency: agency ? { id: agency.id, name: agency.name, abbreviation: agency.abbreviation } : null,
    rights: [...new Set(user.roles.flatMap((role) => RIGHTS_OF[role]))],
  }
}

const personOf = ({ id, name, username, roles, agencyId, governmentId }: User): Me['user'] => ({
  id,
  name,
  username,
  roles,
  agencyId,
  governmentId,
})
