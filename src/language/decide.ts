/** What a post is about and what it wants: the trained model, the rules, and who overrides whom. */
import type { Government, Taxonomy } from '../core/configuration.ts'
import { namedRule } from '../core/rule-name.ts'
import { accountOf } from './account.ts'
import { heardAsCall } from './bare-call.ts'
import { confidentialityOf } from './confidentiality.ts'
import type { Decision } from './decision.ts'
import { weighKinds } from './kind-choice.ts'
import type { Model } from './model.ts'
import { type ChooseForOwners, createOwnerChoice } from './owner-choice.ts'
import type { Analysis } from './post-analysis.ts'
import { settleTopic } from './settle-topic.ts'
import { createTopicRanker } from './topic-choice.ts'
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
}

const firstThree: ChooseForOwners = (ranked) => ranked.slice(0, 3)

export function createDecider({
  taxonomy,
  model,
  government,
  silenced = [],
}: DeciderResources): Decide {
  const quiet = new Set(silenced)
  const vectorise = model ? createVectoriser(model) : null
  const rankTopics = createTopicRanker(taxonomy, model)
  // rules alone give each topic some chance: whoever has many would win by their number
  const chooseForOwners = model ? createOwnerChoice(taxonomy) : firstThree
  return (analysis, platform, author) => {
    const vector = vectorise?.(analysis.features) ?? null
    const ranked = rankTopics(analysis, vector)
    const kinds = weighKinds(analysis, vector, model)
    const secret = confidentialityOf(analysis, ranked, kinds)
    const settled = settleTopic({
      analysis,
      ranked,
      kinds,
      secret,
      model,
      government,
      chooseForOwners,
      account: accountOf(author),
      platform: platform.toLowerCase(),
      quiet,
    })
    const decision = { ranked, kinds, secret, settled }
    return quiet.has(namedRule('call')) ? decision : heardAsCall(analysis, decision)
  }
}
