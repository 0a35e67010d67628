import type { Ports } from '../ports/ports.ts'

/** Ends one session; the person's other browsers stay signed in. */
export const signOut = ({ sessions }: Pick<Ports, 'sessions'>, token: string): Promise<void> =>
  sessions.close(token)
