import { type TSchema, Type } from 'typebox'
import { recordFieldWork, viewSite } from '../../actions/record-field-work.ts'
import { sentenceOf, statusOf } from '../../core/errors.ts'
import { FIELD_SCRIPT, FIELD_STYLE, fieldDone, fieldFault, fieldPage } from '../field-page.ts'
import { type Form, readForm } from '../multipart.ts'
import type { Api, HttpParts } from '../parts.ts'
import { problemFor } from '../plugins/problems.ts'
import { found, refused } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { IdParams, TextFile } from '../schemas/parts.ts'

/** A photo of 12 MB and a few words. */
const FORM_LIMIT = 13 * 1024 * 1024
const HTML = 'text/html; charset=utf-8'
const FormBody = Type.Unsafe<Form>({ type: 'object' } as TSchema)

/**
 * The page behind the link of a field task: for the officer on the street, signed in on their own
 * telephone. Small on purpose; the console is for a desk.
 */
export const fieldWorkRoutes = (app: Api, { ports }: HttpParts): void => {
  app.register(async (room: Api) => {
    room.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit: FORM_LIMIT },
      async ({ headers }: { headers: Record<string, unknown> }, body: Buffer) => {
        const form = readForm(body, String(headers['content-type']))
        if (!form) throw refused('invalid-input')
        return form
      },
    )
    room.setErrorHandler((error: Error, request, reply) => {
      const { status, title } = problemFor(error, request)
      return reply.code(status).type(HTML).send(fieldFault(title))
    })
    room.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    const config = { right: 'case:work' } as const
    const schema = { hide: true, params: IdParams, response: { '2xx': TextFile, '4xx': TextFile } }

    room.get('/kasus/:id/lapangan', { config, schema }, async (request, reply) => {
      const view = found(await viewSite(ports, viewerOf(request), request.params.id))
      return reply.type(HTML).send(fieldPage(view))
    })

    room.post(
      '/kasus/:id/lapangan',
      { bodyLimit: FORM_LIMIT, config, schema: { ...schema, body: FormBody } },
      async (request, reply) => {
        const viewer = viewerOf(request)
        const view = found(await viewSite(ports, viewer, request.params.id))
        const done = readDone(request.body)
        reply.type(HTML)
        const result = await recordFieldWork(ports, viewer, request.params.id, done)
        if (result.kind === 'added') return reply.send(fieldDone(result.case.code, result.ended))
        const fault = result.detail ?? sentenceOf(result.code)
        const { note } = done
        return reply.code(statusOf(result.code) as 409).send(fieldPage(view, { fault, note }))
      },
    )

    const open = { config: { right: 'public' } as const, schema: { hide: true } }
    room.get('/lapangan.css', open, async (_request, reply) =>
      reply.type('text/css').send(FIELD_STYLE),
    )
    room.get('/lapangan.js', open, async (_request, reply) =>
      reply.type('text/javascript').send(FIELD_SCRIPT),
    )
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const BROKEN = /[\0\p{Surrogate}]/u

const readDone = ({ fields, file }: Form) => {
  const note = (fields.note ?? '').trim()
  if (note.length === 0 || note.length > 2_000 || BROKEN.test(note))
    throw refused('invalid-input', 'Tuliskan apa yang dikerjakan.')
  const kind = fields.kind === 'photo-before' ? ('photo-before' as const) : ('photo-after' as const)
  const taskId = UUID.test(fields.task ?? '') ? (fields.task ?? null) : null
  return { kind, note, taskId, location: locationOf(fields), photo: file() }
}

const locationOf = ({ latitude, longitude }: Form['fields']) => {
  if (!latitude || !longitude) return null
  const place = { latitude: Number(latitude), longitude: Number(longitude) }
  const real = Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180
  return real ? place : null
}
