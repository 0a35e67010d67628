import { type Static, Type } from 'typebox'
import { ROLES } from '../../core/roles.ts'
import { Username } from './account.ts'
import { Id, Instant, Line, List, Nullable, Said, Shape, Slug } from './parts.ts'

export const UserBody = Shape({
  username: Username,
  name: Line(120),
  roles: Type.Array(Type.Enum(ROLES), { minItems: 1, maxItems: 6, uniqueItems: true }),
  /** Needed for roles of one agency, null for those of the whole government. */
  agencyId: Nullable(Slug),
})
export type UserBody = Static<typeof UserBody>

export const UserShape = Shape({
  id: Id,
  username: Said(40),
  name: Said(200),
  roles: List(Type.Enum(ROLES), 6),
  agencyId: Nullable(Slug),
  disabledAt: Nullable(Instant),
  createdAt: Instant,
  hasPassword: Type.Boolean(),
})
export type UserShape = Static<typeof UserShape>

export const UserList = Shape({ items: List(UserShape, 5_000) })
export type UserList = Static<typeof UserList>

/** `link` is the one-time way to a password, told here once; null in a replay. */
export const UserInvited = Shape({ user: UserShape, link: Nullable(Said(500)), until: Instant })
export type UserInvited = Static<typeof UserInvited>

export const UserSaved = Shape({ user: UserShape })
export type UserSaved = Static<typeof UserSaved>
