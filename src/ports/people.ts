import type { Refusal } from '../core/errors.ts'
import type { Role, Viewer } from '../core/roles.ts'

export interface User {
  id: string
  governmentId: string
  agencyId: string | null
  username: string
  name: string
  roles: Role[]
  disabledAt: Date | null
  createdAt: Date
  /** False until the person has used the one-time link. */
  hasPassword: boolean
}

export interface NewUser {
  governmentId: string
  agencyId: string | null
  username: string
  name: string
  roles: Role[]
}

export type LinkPurpose = 'first-administrator' | 'set-password'

export interface Users {
  count(): Promise<number>
  list(governmentId: string): Promise<User[]>
  find(governmentId: string | null, userId: string): Promise<User | null>
  byUsername(username: string): Promise<(User & { passwordHash: string | null }) | null>
  add(user: NewUser): Promise<{ kind: 'added'; user: User } | Refusal>
  setPassword(userId: string, passwordHash: string): Promise<void>
  /** Disabling ends all sessions and claims of the person. Refuses the last administrator. */
  disable(governmentId: string | null, userId: string): Promise<{ kind: 'disabled' } | Refusal>
  enable(governmentId: string | null, userId: string): Promise<{ kind: 'enabled' } | Refusal>
  /** Stores only the hash of the token. */
  createLink(purpose: LinkPurpose, userId: string | null, token: string, until: Date): Promise<void>
  peekLink(token: string): Promise<{ purpose: LinkPurpose; user: User | null } | null>
  /** Uses the link up; false if it was used or has expired. */
  useLink(token: string): Promise<boolean>
}

export interface Sessions {
  /** Returns the token to put into the cookie; only its SHA-256 is stored. */
  open(userId: string): Promise<{ token: string; until: Date }>
  /** `touch: false` only looks: an open event stream must not keep an idle session alive. */
  viewer(
    token: string,
    options?: { touch: boolean },
  ): Promise<{ viewer: Viewer; until: Date } | null>
  close(token: string): Promise<void>
  closeAllOf(userId: string): Promise<void>
}

export interface Passwords {
  hash(password: string): Promise<string>
  verify(hash: string, password: string): Promise<boolean>
}
