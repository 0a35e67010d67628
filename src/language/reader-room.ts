/** What a reader has at hand for every post: taxonomy, places, model and rules of one government. */
import type { Category, Configuration, Government } from '../core/configuration.ts'
import { createDecider, type Decide } from './decide.ts'
import type { PartsRoom } from './further-parts.ts'
import { openGazetteer } from './gazetteer.ts'
import { createMentionFinder, type MentionFinder } from './mentions.ts'
import type { Model } from './model.ts'
import { createListener, type Listener } from './post-analysis.ts'
import { createWordShares, type WordShares } from './word-shares.ts'

export interface ReaderResources {
  configuration: Configuration
  /** Slug of the government that listens; null: the whole country. */
  government: string | null
  /** Gazetteer file as `build-reader` writes it. */
  gazetteer: string
  /** Without a model the rules read alone, and say so by their confidence. */
  model: Model | null
  /** Rules that this government does not want to hear, by their names. */
  silenced?: readonly string[]
}

export interface ReaderRoom {
  configuration: Configuration
  government: Government | null
  categories: Map<string, Category>
  listener: Listener
  decide: Decide
  mentions: MentionFinder
  parts: PartsRoom
  /** Null without a model. */
  shares: WordShares | null
}

/** @throws if `government` is not in the configuration: check before */
export function openReaderRoom({
  configuration,
  government: slug,
  gazetteer: file,
  model,
  silenced = [],
}: ReaderResources): ReaderRoom {
  const government = configuration.governments.find(({ id }) => id === slug) ?? null
  if (slug && !government) throw new Error(`pemerintah daerah tidak dikenal: ${slug}`)
  const gazetteer = openGazetteer(file, government?.regionCode ?? null)
  const { taxonomy, lexicon } = configuration
  const categories = new Map(taxonomy.categories.map((category) => [category.id, category]))
  const listener = createListener({ taxonomy, lexicon, gazetteer, government, silenced })
  const { part } = listener
  const { decide, glance } = createDecider({ taxonomy, model, government, silenced, part })
  const mentions = createMentionFinder(government)
  const ears = { analyse: listener.analyse, part, glance }
  return {
    configuration,
    government,
    categories,
    listener,
    decide,
    mentions,
    parts: { ears, categories, government, mentions, laws: taxonomy.authority ?? [] },
    shares: model ? createWordShares(model) : null,
  }
}
