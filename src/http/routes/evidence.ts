import { addEvidence, withdrawEvidence } from '../../actions/keep-evidence.ts'
import type { Evidence } from '../../core/evidence.ts'
import type { Api, HttpParts } from '../parts.ts'
import { found, granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import {
  EvidenceBody,
  EvidenceChanged,
  EvidenceList,
  type EvidenceShape,
  WithdrawBody,
} from '../schemas/evidence.ts'
import { Binary, IdParams } from '../schemas/parts.ts'
import { iso } from '../views/moments.ts'

/** A photo of 12 MB in base64, and the words beside it. */
const EVIDENCE_LIMIT = 17 * 1024 * 1024

/** Where the officer stood is nobody's business but the file's. */
const shape = ({ withdrawn, addedAt, location: _location, ...it }: Evidence): EvidenceShape => ({
  ...it,
  addedAt: iso(addedAt),
  withdrawn: withdrawn && { at: iso(withdrawn.at), reason: withdrawn.reason },
})

/** What shows that something was done. */
export const evidenceRoutes = (api: Api, { ports }: HttpParts): void => {
  const list = { params: IdParams, response: { 200: EvidenceList } }
  api.get(
    '/cases/:id/evidence',
    { config: { right: 'case:read' }, schema: list },
    async (request) => {
      const items = found(await ports.evidence.list(viewerOf(request), request.params.id))
      return { items: items.map(shape) }
    },
  )

  const add = { params: IdParams, body: EvidenceBody, response: { 200: EvidenceChanged } }
  api.post(
    '/cases/:id/evidence',
    { bodyLimit: EVIDENCE_LIMIT, config: { right: 'case:work' }, schema: add },
    async (request) => {
      const { kind, note, letterNumber, url, location, photo, taskId } = request.body
      const given = {
        kind,
        note: note ?? '',
        letterNumber: letterNumber ?? null,
        url: url ?? null,
        location: location ?? null,
        taskId: taskId ?? null,
        photo: photo ? Buffer.from(photo, 'base64') : null,
      }
      const added = await addEvidence(ports, viewerOf(request), request.params.id, given)
      return { evidence: shape(granted(added).evidence) }
    },
  )

  const withdraw = { params: IdParams, body: WithdrawBody, response: { 200: EvidenceChanged } }
  api.post(
    '/evidence/:id/withdraw',
    { config: { right: 'case:work' }, schema: withdraw },
    async (request) => {
      const { params, body } = request
      const done = await withdrawEvidence(ports, viewerOf(request), params.id, body.reason)
      return { evidence: shape(granted(done).evidence) }
    },
  )

  const photo = { params: IdParams, produces: ['image/jpeg'], response: { 200: Binary } }
  api.get(
    '/evidence/:id/photo',
    { config: { right: 'case:read' }, schema: photo },
    async (request, reply) => {
      const bytes = found(await ports.evidence.photo(viewerOf(request), request.params.id))
      return reply
        .type('image/jpeg')
        .header('content-disposition', 'inline; filename="bukti.jpg"')
        .header('cache-control', 'private, max-age=3600')
        .send(Buffer.from(bytes))
    },
  )
}
