import { type Static, Type } from 'typebox'
import { ROLES } from '../../core/roles.ts'
import { Id, Line, List, Nullable, Said, Shape, Slug, Token } from './parts.ts'

export const Username = Type.String({ maxLength: 40, pattern: '^[a-z0-9._-]{3,40}$' })

/** Never trimmed; strength is a rule of core, so that the answer can say what is missing. */
const Password = Type.String({ minLength: 1, maxLength: 256 })

export const SignInBody = Shape({
  username: Type.String({ minLength: 1, maxLength: 40 }),
  password: Password,
})
export type SignInBody = Static<typeof SignInBody>

export const Me = Shape({
  user: Shape({
    id: Id,
    name: Said(200),
    username: Said(40),
    roles: List(Type.Enum(ROLES), 6),
    agencyId: Nullable(Slug),
    governmentId: Slug,
  }),
  government: Shape({
    id: Slug,
    name: Said(200),
    zoneLabel: Said(10),
    timezone: Said(60),
  }),
  agency: Nullable(Shape({ id: Slug, name: Said(300), abbreviation: Said(100) })),
  /** Names of core/roles.ts `Right`. */
  rights: List(Said(40), 40),
})
export type Me = Static<typeof Me>

export const TokenParams = Shape({ token: Token })

export const SetupInvitation = Shape({
  purpose: Type.Enum(['first-administrator', 'set-password'] as const),
  username: Type.Optional(Said(40)),
  governments: List(Shape({ id: Slug, name: Said(200) }), 600),
})
export type SetupInvitation = Static<typeof SetupInvitation>

export const SetupBody = Shape({
  token: Token,
  governmentId: Slug,
  name: Line(120),
  username: Username,
  password: Password,
  alsoCoordinator: Type.Boolean(),
})
export type SetupBody = Static<typeof SetupBody>

export const SetPasswordBody = Shape({ token: Token, password: Password })
export type SetPasswordBody = Static<typeof SetPasswordBody>

/** Whose password was set: the console fills in the sign-in form with it. */
export const PasswordSet = Shape({ username: Said(40) })
export type PasswordSet = Static<typeof PasswordSet>
