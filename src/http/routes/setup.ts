import { setPassword } from '../../actions/set-password.ts'
import { setUpAdministrator } from '../../actions/set-up-administrator.ts'
import type { Government } from '../../core/configuration.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Api, HttpParts } from '../parts.ts'
import { GUESSING_LIMIT } from '../plugins/rate-limits.ts'
import { giveSession } from '../plugins/session-cookie.ts'
import { granted, refused } from '../refused.ts'
import {
  Me,
  PasswordSet,
  SetPasswordBody,
  SetupBody,
  SetupInvitation,
  TokenParams,
} from '../schemas/account.ts'
import { meOf } from '../views/me.ts'

/** One-time links: the first administrator of the start banner, and everybody's own password. */
export const setupRoutes = (api: Api, { ports, settings }: HttpParts): void => {
  const config = { right: 'public', byLink: true, ...GUESSING_LIMIT } as const

  api.get(
    '/setup/:token',
    { config, schema: { params: TokenParams, response: { 200: SetupInvitation } } },
    async ({ params }) => {
      const link = await ports.users.peekLink(params.token)
      if (!link) throw refused('link-used-up')
      const first = link.purpose === 'first-administrator'
      return {
        purpose: link.purpose,
        ...(link.user && { username: link.user.username }),
        governments: first ? await governmentsOf(ports) : [],
      }
    },
  )

  api.post(
    '/setup',
    { config, schema: { body: SetupBody, response: { 200: Me } } },
    async ({ body }, reply) => {
      const session = granted(await setUpAdministrator(ports, body))
      giveSession(reply, settings, session.token)
      return meOf(ports, session.userId)
    },
  )

  api.post(
    '/password',
    { config, schema: { body: SetPasswordBody, response: { 200: PasswordSet } } },
    async ({ body }) => {
      const { user } = granted(await setPassword(ports, body))
      return { username: user.username }
    },
  )
}

const governmentsOf = async ({
  configurations,
}: Ports): Promise<{ id: string; name: string }[]> => {
  const configuration = await configurations.current()
  const governments = configuration?.governments ?? []
  // The one that listens already comes first: there a newcomer sees the product at work.
  const listens = ({ sources }: Government) => (sources.some(({ enabled }) => enabled) ? 0 : 1)
  return governments
    .toSorted((a, b) => listens(a) - listens(b))
    .map(({ id, name }) => ({ id, name }))
}
