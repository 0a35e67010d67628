/** The own test split: each writer is read by a model that never saw a post of that writer. */
import type { Reading } from '../../src/core/reading.ts'
import type { Model } from '../../src/language/model.ts'
import type { Reader } from '../../src/language/reader.ts'
import type { Ground } from './ground.ts'
import type { EvalPost } from './posts.ts'
import type { Sheet } from './sheet.ts'

export interface Answer {
  post: EvalPost
  /** As in service: by the reader of the post's government, where it has one. */
  reading: Reading
  /** By the reader that knows no government and the whole country. */
  nationwide: Reading
  /** Odds of noise, before any threshold. */
  noise: number
}

interface Split {
  ground: Ground
  options: { folds: number }
  sheet: Sheet
  progress(text: string): void
  posts: EvalPost[]
}

export interface Fold {
  writers: string[]
  test: EvalPost[]
  /** Trained on all other writers. */
  model: Model
}

export function trainFolds({ ground, options, sheet, progress, posts }: Split): Fold[] {
  const folds = foldsOf(posts, options.folds)
  return folds.map((writers, at) => {
    const test = posts.filter(({ writer }) => writers.includes(writer))
    const training = posts.filter(({ writer }) => !writers.includes(writer))
    const said = `fold ${at + 1} of ${folds.length}: ${writers.join(', ')}`
    sheet.line(`${said}: ${test.length} posts, read by a model of ${training.length}`)
    progress(`own split, training for ${said}`)
    return { writers, test, model: ground.train(training) }
  })
}

export function readFolds(folds: Fold[], ground: Ground, progress: Progress): Answer[] {
  return folds.flatMap(({ writers, test, model }) => {
    progress(`own split, reading ${writers.join(', ')}`)
    return readAll(test, ground, model)
  })
}

type Progress = (text: string) => void

/** Writers in folds of about the same number of posts; always the same for the same corpus. */
export function foldsOf(posts: EvalPost[], wanted: number): string[][] {
  const sizes = new Map<string, number>()
  for (const { writer } of posts) sizes.set(writer, (sizes.get(writer) ?? 0) + 1)
  if (sizes.size < 3) throw new Error('a split by writer needs three writers at least')
  const folds = Array.from({ length: Math.min(wanted, sizes.size) }, () => ({
    writers: [] as string[],
    size: 0,
  }))
  for (const [writer, size] of [...sizes].sort((a, b) => b[1] - a[1])) {
    const smallest = folds.reduce((least, fold) => (fold.size < least.size ? fold : least))
    smallest.writers.push(writer)
    smallest.size += size
  }
  return folds.map(({ writers }) => writers.sort())
}

function readAll(posts: EvalPost[], ground: Ground, model: Model): Answer[] {
  const readers = new Map<string | null, Reader>()
  const readerOf = (government: string | null) => {
    const reader = readers.get(government) ?? ground.readerOf(model, government)
    readers.set(government, reader)
    return reader
  }
  const noiseOf = ground.noiseBy(model)
  return posts.map((post) => {
    const nationwide = readerOf(null).read(readable(post))
    const government = post.government ?? null
    const reading = government ? readerOf(government).read(readable(post)) : nationwide
    return { post, reading, nationwide, noise: noiseOf(readable(post)) }
  })
}

/** Without its labels: nothing may be read but what a platform gives. */
const readable = ({ id, text, context }: EvalPost) => ({ id, text, ...(context && { context }) })
