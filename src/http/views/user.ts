import type { User } from '../../ports/people.ts'
import type { UserShape } from '../schemas/user.ts'
import { iso, isoOrNull } from './moments.ts'

export const userShape = (it: User): UserShape => ({
  id: it.id,
  username: it.username,
  name: it.name,
  roles: it.roles,
  agencyId: it.agencyId,
  disabledAt: isoOrNull(it.disabledAt),
  createdAt: iso(it.createdAt),
  hasPassword: it.hasPassword,
})
