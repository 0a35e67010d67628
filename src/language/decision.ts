/** What was decided of a post: its topics, what it wants, and whether it is secret. */
import type { Confidentiality } from './confidentiality.ts'
import type { KindProbabilities } from './kind-choice.ts'
import type { Noise } from './relevance-gate.ts'
import type { Settled } from './settle-topic.ts'
import type { Ranked } from './topic-choice.ts'

export interface Decision {
  /** Topics, noise among them, best first. */
  ranked: Ranked[]
  kinds: KindProbabilities
  secret: Confidentiality
  noise: Noise
  settled: Settled
}
