import type { InjectOptions } from 'fastify'
import { afterAll } from 'vitest'
import type { Role } from '../../src/core/roles.ts'
import { buildApp } from '../../src/http/app.ts'
import type { Api, HttpSettings } from '../../src/http/parts.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { fakeHouse, tokenOf } from './fake-ports.ts'

const CONNECTORS = [
  {
    id: 'rss',
    label: 'RSS',
    fields: [
      { name: 'url', label: 'Alamat', secret: false, required: true },
      { name: 'token', label: 'Token', secret: true, required: false },
    ],
  },
]

const SETTINGS: HttpSettings = {
  publicUrl: 'http://localhost:3000',
  secureCookies: false,
  trustProxy: false,
}

const open: Api[] = []
afterAll(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()))
})

/** Building takes a third of a second, so the tests of a file share an app and each has a house. */
let shared: Promise<Api> | null = null
let current = fakeHouse()
const portsOfNow = new Proxy({} as Ports, {
  get: (_nothing, name) => current.ports[name as keyof Ports],
})

const build = async (input: { settings: HttpSettings; webRoot: string | null }): Promise<Api> => {
  const explainer = { explain: async () => null }
  const app = await buildApp({ ports: portsOfNow, connectors: CONNECTORS, explainer, ...input })
  open.push(app)
  return app
}

/** With `alone`, nothing that the app counts is left from another test. */
export const startApp = async (
  over: { settings?: Partial<HttpSettings>; webRoot?: string; alone?: boolean } = {},
) => {
  const house = fakeHouse()
  current = house
  const plain = Object.keys(over).length === 0
  if (plain) shared ??= build({ settings: SETTINGS, webRoot: null })
  const app = await ((plain && shared) ||
    build({ settings: { ...SETTINGS, ...over.settings }, webRoot: over.webRoot ?? null }))
  /** A request of somebody who is signed in with this role. */
  const as = (role: Role, request: InjectOptions) =>
    app.inject({ ...request, cookies: { sid: tokenOf(role), ...request.cookies } })
  return { app, house, as }
}
