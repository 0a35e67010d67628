import type { User } from '../ports/people.ts'
import type { users } from './schema/people.ts'

type Row = typeof users.$inferSelect

export const toUser = ({ passwordHash, ...row }: Row): User => ({
  ...row,
  hasPassword: passwordHash !== null,
})
