import type { InjectOptions } from 'fastify'
import { afterEach } from 'vitest'
import type { Role } from '../../src/core/roles.ts'
import { buildApp } from '../../src/http/app.ts'
import type { Api, HttpSettings } from '../../src/http/parts.ts'
import { type FakeHouse, fakeHouse, tokenOf } from './fake-ports.ts'

export const CONNECTORS = [
  {
    id: 'rss',
    label: 'RSS',
    fields: [
      { name: 'url', label: 'Alamat', secret: false, required: true },
      { name: 'token', label: 'Token', secret: true, required: false },
    ],
  },
]

const open: Api[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()))
})

export const startApp = async (
  over: { settings?: Partial<HttpSettings>; webRoot?: string; house?: FakeHouse } = {},
) => {
  const house = over.house ?? fakeHouse()
  const app = await buildApp({
    ports: house.ports,
    settings: {
      publicUrl: 'http://localhost:3000',
      secureCookies: false,
      trustProxy: false,
      ...over.settings,
    },
    connectors: CONNECTORS,
    webRoot: over.webRoot ?? null,
  })
  open.push(app)
  /** A request of somebody who is signed in with this role. */
  const as = (role: Role, request: InjectOptions) =>
    app.inject({ ...request, cookies: { sid: tokenOf(role), ...request.cookies } })
  return { app, house, as }
}
