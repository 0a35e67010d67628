import { isConfidential, mayBeConfidential } from '../core/confidential-category.ts'
import { type Refusal, refuse } from '../core/errors.ts'
import { judge, type Verdict } from '../core/raised-post.ts'
import type { Viewer } from '../core/roles.ts'
import type { Ports } from '../ports/ports.ts'
import type { PostStatus } from '../ports/posts.ts'
import { isCaseCategory } from './recategorise-case.ts'

type RaisePorts = Pick<Ports, 'posts' | 'clock' | 'configurations'>

/** "Ini aduan": a post that was kept out of the queue goes into it, as what an officer says it is. */
export const raisePost = async (
  { posts, clock, configurations }: RaisePorts,
  viewer: Viewer,
  postId: string,
  verdict: Verdict,
): Promise<{ kind: 'raised'; status: PostStatus } | Refusal> => {
  const configuration = await configurations.current()
  if (!configuration || !isCaseCategory(verdict, configuration)) return refuse('unknown-category')
  if (isConfidential(verdict.category, configuration.taxonomy) && !mayBeConfidential(verdict.kind))
    return refuse('kind-of-category')
  const raised = await posts.raise(viewer, postId, (found) =>
    judge(found, verdict, viewer, clock.now()),
  )
  if (raised.kind === 'refused') return raised
  const status = await posts.status(viewer, postId)
  return status ? { kind: 'raised', status } : refuse('not-found')
}
