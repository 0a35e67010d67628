import type { Government } from '../core/configuration.ts'
import { type Refusal, refuse } from '../core/errors.ts'
import { GOVERNMENT_WIDE, type Role } from '../core/roles.ts'
import type { NewUser } from '../ports/people.ts'
import type { Ports } from '../ports/ports.ts'
import { type Invitation, inviteUser } from './invite-user.ts'
import { type Manager, whyNotLetIn } from './manage-people.ts'

/** Adds a person of a government and answers with the token of the invitation. */
export const addUser = async (
  ports: Pick<Ports, 'users' | 'ids' | 'clock' | 'configurations'>,
  asked: NewUser,
  manager: Manager,
): Promise<Invitation | Refusal> => {
  const government = await ports.configurations.government(asked.governmentId)
  if (!government) return refuse('invalid-input', 'Pemerintah daerah tidak dikenal.')
  const fault = faultOf(asked, government) ?? (await whyNotLetIn(ports, manager, asked))
  if (fault) return fault
  const added = await ports.users.add(asked)
  return added.kind === 'refused' ? added : inviteUser(ports, added.user)
}

const isOfAgency = (role: Role): boolean => !GOVERNMENT_WIDE.includes(role)

const faultOf = ({ roles, agencyId }: NewUser, government: Government): Refusal | null => {
  if (roles.some(isOfAgency) !== (agencyId !== null))
    return refuse('invalid-input', 'Peran OPD memerlukan perangkat daerah; peran daerah tidak.')
  if (agencyId !== null && !government.agencies.some(({ id }) => id === agencyId))
    return refuse('unknown-agency')
  // Else an agency's officer would look into every case of the government.
  if (roles.includes('inspectorate') && agencyId !== government.inspectorate)
    return refuse('invalid-input', 'Peran inspektorat hanya untuk pegawai Inspektorat.')
  return null
}
