/** What the sections share: opened, trained and read when first asked for, and then kept. */
import type { Model } from '../../src/language/model.ts'
import { type Answer, type Fold, readFolds, trainFolds } from './by-writer.ts'
import type { Ground } from './ground.ts'
import type { Options } from './options.ts'
import { type EvalPost, readPosts } from './posts.ts'
import type { Sheet } from './sheet.ts'

export interface Bench {
  ground: Ground
  options: Options
  sheet: Sheet
  /** Says on stderr what is under way. */
  progress(text: string): void
  posts(): Promise<EvalPost[]>
  /** Trained on the whole corpus, as it is shipped. */
  model(): Promise<Model>
  /** Writers with a model that never saw a post of them. */
  folds(): Promise<Fold[]>
  /** Every post of the corpus, read by a model that never saw its writer. */
  answers(): Promise<Answer[]>
}

export function createBench(
  parts: Pick<Bench, 'ground' | 'options' | 'sheet' | 'progress'>,
): Bench {
  const { ground, options, progress } = parts
  const posts = once(async () => {
    const all = await readPosts(options.corpus ?? `${ground.configDir}/corpus`)
    return all.filter((_, at) => at % options.every === 0)
  })
  const model = once(async () => {
    progress('training on the whole corpus')
    return ground.train(await posts())
  })
  const folds = once(async () => trainFolds({ ...parts, posts: await posts() }))
  const answers = once(async () => readFolds(await folds(), ground, progress))
  return { ...parts, posts, model, folds, answers }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}
