import type { FastifyRequest } from 'fastify'
import type { Right, Viewer } from '../core/roles.ts'
import { refused } from './refused.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route names one; 'public' is a name too. */
    right?: Right
    /** The unguessable token in the address is the proof: no cookie is used, so no origin is asked. */
    tokenIsProof?: boolean
    /** Who comes here was let in by a one-time link, not by the console: the account says so. */
    byLink?: boolean
    /** Fields of the answer that are shown once and left out of a replay. */
    shownOnce?: string[]
  }
  interface FastifyRequest {
    viewer: Viewer | null
    /** The session token of the cookie; null where there is none of the right form. */
    sessionToken: string | null
  }
}

/** Who asks; only routes with a right other than 'public' have one for sure. */
export const viewerOf = ({ viewer }: FastifyRequest): Viewer => {
  if (!viewer) throw refused('not-signed-in')
  return viewer
}
