import type { Ports } from '../ports/ports.ts'
import { buildApp } from './app.ts'

/** The API as OpenAPI text: the same for the same code, whatever installation it runs in. */
export const describeApi = async (): Promise<string> => {
  const app = await buildApp({
    // Nothing is asked of the outside while routes are only named.
    ports: {} as Ports,
    settings: { publicUrl: 'http://localhost:3000', secureCookies: false, trustProxy: false },
    connectors: [],
    explainer: { explain: async () => null },
    webRoot: null,
  })
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`
  await app.close()
  return text
}
