import { Type } from 'typebox'
import type { Api } from '../parts.ts'

/** The description that docs/openapi.json holds, of the program that runs. */
export const openapiRoutes = (api: Api): void => {
  api.get(
    '/openapi.json',
    { config: { right: 'public' }, schema: { response: { 200: Type.Unknown() } } },
    async () => api.swagger(),
  )
}
