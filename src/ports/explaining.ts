import type { Explanation } from '../core/explanation.ts'
import type { PostToRead } from './reading.ts'

/** Says word by word why a post was read so; throws where the post kills its reader. */
export interface Explainer {
  explain(post: PostToRead): Promise<Explanation | null>
}
