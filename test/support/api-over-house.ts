import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { pino } from 'pino'
import type { Viewer } from '../../src/core/roles.ts'
import { buildApp } from '../../src/http/app.ts'
import type { House } from './seed.ts'

/** The API over real stores, with everything that it writes to its log. */
export const apiOver = async (house: House) => {
  const logged: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  const app = await buildApp({
    ports: house.ground.ports,
    settings: { publicUrl: 'http://localhost:3000', secureCookies: false, trustProxy: false },
    connectors: [{ id: 'rss', label: 'RSS', fields: [] }],
    explainer: { explain: async () => null },
    log,
    webRoot: null,
  })
  let asked = 0
  const tokens = new Map<string, string>()
  const tokenOf = async ({ userId }: Viewer): Promise<string> => {
    const known = tokens.get(userId)
    // a test may let weeks pass
    if (known && (await house.sessions.viewer(known))) return known
    const { token } = await house.sessions.open(userId)
    tokens.set(userId, token)
    return token
  }
  const ask = (request: InjectOptions, sid: string | null): Promise<LightMyRequestResponse> =>
    app.inject({
      remoteAddress: addressOf(++asked),
      ...request,
      ...(sid && { cookies: { sid } }),
    })
  /** As somebody who is signed in; null is a stranger. */
  const as = async (
    viewer: Viewer | null,
    request: InjectOptions,
  ): Promise<LightMyRequestResponse> => {
    if (!viewer) return ask(request, null)
    const answer = await ask(request, tokens.get(viewer.userId) ?? (await tokenOf(viewer)))
    // the session has ended meanwhile: a 401 has done nothing yet
    return answer.statusCode === 401 ? ask(request, await tokenOf(viewer)) : answer
  }
  return { app, as, logged, tokenOf, close: () => app.close() }
}

/** A thousand requests of a test are not one address that asks too often. */
const addressOf = (n: number): string => `10.0.${Math.floor(n / 250) % 250}.${n % 250}`

export type ApiOverHouse = Awaited<ReturnType<typeof apiOver>>
