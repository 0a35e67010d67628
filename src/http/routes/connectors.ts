import type { Api, HttpParts } from '../parts.ts'
import { ConnectorList } from '../schemas/source.ts'

/** What can be listened to, and the fields of its form. */
export const connectorRoutes = (api: Api, { connectors }: HttpParts): void => {
  const items = connectors.map(({ id, label, fields }) => ({ id, label, fields }))
  api.get(
    '/connectors',
    { config: { right: 'source:read' }, schema: { response: { 200: ConnectorList } } },
    async () => ({ items }),
  )
}
