/** What a post is about and what it wants: the trained model, the rules, and who overrides whom. */
import type { Government, Taxonomy } from '../core/configuration.ts'
import { namedRule } from '../core/rule-name.ts'
import { accountOf } from './account.ts'
import { heardAsCall, subjectOfCall } from './bare-call.ts'
import { confidentialityOf } from './confidentiality.ts'
import type { Decision } from './decision.ts'
import { createKindWeigher } from './kind-choice.ts'
import { type ListEars, letListsIn } from './listed-defects.ts'
import type { Model } from './model.ts'
import { type ChooseForOwners, createOwnerChoice } from './owner-choice.ts'
import type { Analysis, Listener } from './post-analysis.ts'
import { createNoiseWeigher } from './relevance-gate.ts'
import { settleTopic } from './settle-topic.ts'
import { createTopicRanker, type Ranked } from './topic-choice.ts'
import { createVectoriser } from './vector.ts'

/**
 * @param platform where the post stands: "lapor", "tiktok"; empty where unknown
 * @param author its handle, where known
 */
export type Decide = (analysis: Analysis, platform: string, author?: string) => Decision

export interface DeciderResources {
  taxonomy: Taxonomy
  model: Model | null
  government: Government | null
  /** Rules that are not to be heard, by their names. */
  silenced?: readonly string[]
  /** Listens to a part of a post; without it no list is told from noise. */
  part?: Listener['part']
}

const firstThree: ChooseForOwners = (ranked) => ranked.slice(0, 3)

/** What a part of a post is about. */
export interface Glance {
  ranked: Ranked[]
  /** Worked out only when asked for: most parts are not complained of by themselves. */
  isSecret(): boolean
}

export interface Decider {
  decide: Decide
  glance(part: Analysis): Glance
}

export function createDecider({
  taxonomy,
  model,
  government,
  silenced = [],
  part: listen,
}: DeciderResources): Decider {
  const quiet = new Set(silenced)
  const hearsCalls = !quiet.has(namedRule('call'))
  const vectorise = model ? createVectoriser(model) : () => null
  const rankTopics = createTopicRanker(taxonomy, model)
  const weighKinds = createKindWeigher(model)
  const weighNoise = createNoiseWeigher(model)
  // rules alone give each topic some chance: whoever has many would win by their number
  const chooseForOwners = model ? createOwnerChoice(taxonomy) : firstThree
  const rank = (part: Analysis) => rankTopics(part, vectorise(part.features))
  const ears: ListEars | null = listen ? { part: listen, rank } : null
  const decide: Decide = (analysis, platform, author) => {
    const vector = vectorise(analysis.features)
    const ranked = rankTopics(analysis, vector)
    const kinds = weighKinds(analysis, vector)
    const secret = confidentialityOf(analysis, ranked, kinds)
    const weighed = weighNoise({
      analysis,
      ranked,
      kinds,
      secret,
      account: accountOf(author),
      platform: platform.toLowerCase(),
    })
    const noise = ears ? letListsIn(weighed, analysis, ears) : weighed
    const settled = settleTopic({
      analysis,
      ranked,
      kinds,
      secret,
      model,
      government,
      chooseForOwners,
      noise,
      quiet,
    })
    const decision = { ranked, kinds, secret, noise, settled }
    return hearsCalls ? heardAsCall(analysis, decision) : decision
  }
  const glance = (part: Analysis): Glance => {
    const ranked = rank(part)
    const kinds = () => weighKinds(part, vectorise(part.features))
    return {
      ranked: hearsCalls ? (subjectOfCall(part) ?? ranked) : ranked,
      isSecret: () => confidentialityOf(part, ranked, kinds()).confidential,
    }
  }
  return { decide, glance }
}
