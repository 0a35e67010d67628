import { type Refusal, refuse } from '../core/errors.ts'
import type { Explanation, SimilarCase } from '../core/explanation.ts'
import type { Viewer } from '../core/roles.ts'
import type { Explainer } from '../ports/explaining.ts'
import type { Ports } from '../ports/ports.ts'
import { readAct } from './view-case.ts'

export interface Why {
  explanation: Explanation
  similar: SimilarCase[]
}

type WhyPorts = Pick<Ports, 'audit' | 'clock' | 'cases' | 'posts'> & { explainer: Explainer }

/** Read once more, with the model in service now: nothing of it is kept. */
export const explainPost = async (
  { audit, clock, cases, posts, explainer }: WhyPorts,
  viewer: Viewer,
  postId: string,
): Promise<Why | Refusal> => {
  const asked = await posts.toExplain(viewer, postId)
  if (!asked) return refuse('not-found')
  await audit.write([readAct(viewer, `post:${postId}`, clock.now(), { caseId: asked.caseId })])
  const explanation = await explainer.explain(asked.post).catch(() => null)
  if (!explanation) return refuse('busy')
  return { explanation, similar: asked.caseId ? await cases.similar(viewer, asked.caseId) : [] }
}
