import type { FoundDraft } from '../../ports/drafts.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { Done } from '../schemas/case-merge.ts'
import { DraftBody, DraftList, DraftParams, DraftSaved, type DraftShape } from '../schemas/draft.ts'
import { IdParams } from '../schemas/parts.ts'
import { eventShapes } from '../views/case-view.ts'
import { iso } from '../views/moments.ts'

/** What a person is writing. Everybody has their own, and nobody else's work touches it. */
export const draftRoutes = (api: Api, { ports }: HttpParts): void => {
  const config = { right: 'case:work' as const }

  api.get('/drafts', { config, schema: { response: { 200: DraftList } } }, async (request) => ({
    items: (await ports.drafts.all(viewerOf(request))).map(shape),
  }))

  api.get(
    '/cases/:id/drafts',
    { config, schema: { params: IdParams, response: { 200: DraftList } } },
    async (request) => ({
      items: (await ports.drafts.of(viewerOf(request), request.params.id)).map(shape),
    }),
  )

  api.put(
    '/cases/:id/drafts/:kind',
    { config, schema: { params: DraftParams, body: DraftBody, response: { 200: DraftSaved } } },
    async (request) => {
      const { id: caseId, kind } = request.params
      const draft = { caseId, kind, ...request.body }
      const saved = granted(await ports.drafts.save(viewerOf(request), draft))
      return { savedAt: iso(saved.savedAt) }
    },
  )

  api.delete(
    '/cases/:id/drafts/:kind',
    { config, schema: { params: DraftParams, response: { 200: Done } } },
    async (request) => {
      const { id, kind } = request.params
      await ports.drafts.discard(viewerOf(request), id, kind)
      return { ok: true as const }
    },
  )
}

const shape = ({ savedAt, changes, ...draft }: FoundDraft): DraftShape => ({
  ...draft,
  savedAt: iso(savedAt),
  changes: eventShapes(changes),
})
