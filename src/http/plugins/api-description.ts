import swagger from '@fastify/swagger'
import type { Api } from '../parts.ts'

/** OpenAPI from the very schemas that are enforced. */
export const addApiDescription = async (app: Api): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tanggap',
        description: 'Pemantauan dan penanganan keluhan warga di media sosial.',
        version: '0.1.0',
      },
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, at) => String(json.$id ?? `def-${at}`),
    },
  })
}
