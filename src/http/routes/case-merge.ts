import { mergeCases } from '../../actions/merge-cases.ts'
import { splitCase } from '../../actions/split-case.ts'
import { undoCase } from '../../actions/undo-case.ts'
import type { Viewer } from '../../core/roles.ts'
import type { Joined } from '../../ports/merging.ts'
import { seenCase } from '../case-write.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import {
  CasesJoined,
  CaseUndone,
  Done,
  MergeBody,
  NotSameBody,
  SplitBody,
  UndoBody,
} from '../schemas/case-merge.ts'
import { IdParams } from '../schemas/parts.ts'
import { caseFull } from '../views/case.ts'

/** Joining, splitting and taking back: the one route family that may change two cases at once. */
export const caseMergeRoutes = (api: Api, { ports }: HttpParts): void => {
  const config = { right: 'case:work' as const }
  const response = { 200: CasesJoined }

  api.post(
    '/cases/:id/merge',
    { config, schema: { params: IdParams, body: MergeBody, response } },
    async (request) => {
      const viewer = viewerOf(request)
      const { otherId, otherVersion } = request.body
      const from = { caseId: otherId, version: otherVersion ?? null }
      return joined(viewer, await mergeCases(ports, viewer, { into: seenCase(request), from }))
    },
  )

  api.post(
    '/cases/:id/not-same',
    { config, schema: { params: IdParams, body: NotSameBody, response: { 200: Done } } },
    async (request) => {
      const pair = { caseId: request.params.id, otherId: request.body.otherId }
      granted(await ports.merging.decline(viewerOf(request), pair))
      return { ok: true as const }
    },
  )

  api.post(
    '/cases/:id/split',
    { config, schema: { params: IdParams, body: SplitBody, response } },
    async (request) => {
      const viewer = viewerOf(request)
      const { postIds } = request.body
      return joined(viewer, await splitCase(ports, viewer, seenCase(request), postIds))
    },
  )

  api.post(
    '/cases/:id/undo',
    { config, schema: { params: IdParams, body: UndoBody, response: { 200: CaseUndone } } },
    async (request) => {
      const viewer = viewerOf(request)
      const { eventId } = request.body
      const undone = granted(await undoCase(ports, viewer, seenCase(request), eventId))
      const other = 'other' in undone ? caseFull(undone.other, viewer) : null
      return { case: caseFull(undone.case, viewer), other }
    },
  )
}

const joined = (viewer: Viewer, result: Joined): CasesJoined => {
  const { case: current, other } = granted(result)
  return { case: caseFull(current, viewer), other: caseFull(other, viewer) }
}
