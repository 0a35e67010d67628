import type { TSchema } from 'typebox'
import type { CaseChanged, SeenCase } from '../actions/change-case.ts'
import type { Right, Viewer } from '../core/roles.ts'
import { granted } from './refused.ts'
import { CaseChanged as CaseChangedShape } from './schemas/case-action.ts'
import { IdParams } from './schemas/parts.ts'
import { caseFull } from './views/case.ts'

/** What all writes on a case share: the case in the address, the case as it became in the answer. */
export const caseWrite = <Body extends TSchema>(right: Right, body: Body) => ({
  config: { right },
  schema: { params: IdParams, body, response: { 200: CaseChangedShape } },
})

export const seenCase = (request: {
  params: { id: string }
  body: { version?: number }
}): SeenCase => ({ caseId: request.params.id, version: request.body.version ?? null })

export const changedCase = (viewer: Viewer, result: CaseChanged): CaseChangedShape => ({
  case: caseFull(granted(result).case, viewer),
})
