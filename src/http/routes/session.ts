import { signIn } from '../../actions/sign-in.ts'
import { signOut } from '../../actions/sign-out.ts'
import type { Api, HttpParts } from '../parts.ts'
import { GUESSING_LIMIT } from '../plugins/rate-limits.ts'
import { giveSession, takeSession } from '../plugins/session-cookie.ts'
import { granted, refused } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { Me, SignInBody } from '../schemas/account.ts'
import { Nobody } from '../schemas/parts.ts'
import { createSignInAttempts } from '../sign-in-attempts.ts'
import { meOf } from '../views/me.ts'

export const sessionRoutes = (api: Api, { ports, settings }: HttpParts): void => {
  const attempts = createSignInAttempts()

  api.post(
    '/session',
    {
      config: { right: 'public', ...GUESSING_LIMIT },
      schema: { body: SignInBody, response: { 200: Me } },
    },
    async ({ body, ip, sessionToken }, reply) => {
      const name = body.username.trim().toLowerCase()
      if (!attempts.mayTry(name, ip, ports.clock.now())) throw refused('too-many-attempts')
      const session = granted(await signIn(ports, body))
      attempts.succeeded(name, ip)
      // A session from before the sign-in must not live on beside the new one.
      if (sessionToken) await signOut(ports, sessionToken)
      giveSession(reply, settings, session.token)
      return meOf(ports, session.userId)
    },
  )

  api.delete(
    '/session',
    { config: { right: 'public' }, schema: { response: { 204: Nobody } } },
    async ({ sessionToken }, reply) => {
      if (sessionToken) await signOut(ports, sessionToken)
      takeSession(reply, settings)
      return reply.code(204).send()
    },
  )

  api.get(
    '/me',
    { config: { right: 'account:own' }, schema: { response: { 200: Me } } },
    (request) => meOf(ports, viewerOf(request).userId),
  )
}
