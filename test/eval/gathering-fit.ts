/**
 * Fits the points of gathering and prints what they reach on writers whom they never saw:
 * `npx tsx test/eval/gathering-fit.ts [--folds 5] [--keep FILE | --from FILE] [--sure 0.6]`.
 * For each fold of writers the points are fitted on all others, and how sure it must be is chosen on
 * others by points fitted without them (nested). `--keep` writes what was read, `--from` reads it
 * instead of training for minutes; with `--sure` that is not chosen but given. The last lines are the points fitted on all, for gathering-points.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createReader, type Reader } from '../../src/language/reader.ts'
import { trainFolds } from './by-writer.ts'
import { type Labelled, layAsLabelled, layAsRead } from './gathering-lay.ts'
import { crossFit } from './gathering-points-fit.ts'
import type { LaidPost } from './gathering-streams.ts'
import { type Ground, openGround } from './ground.ts'
import { readPosts } from './posts.ts'
import { createSheet } from './sheet.ts'

const { values } = parseArgs({
  options: {
    folds: { type: 'string', default: '5' },
    keep: { type: 'string' },
    from: { type: 'string' },
    sure: { type: 'string' },
  },
})
const say = (line: string) => process.stdout.write(`${line}\n`)

/** The corpus' groups and hard negatives, each read by a model that never saw its writer. */
async function layAll(): Promise<LaidPost[]> {
  const ground = await openGround()
  const posts = await readPosts(`${ground.configDir}/corpus`)
  const progress = (text: string) => process.stderr.write(`${text}\n`)
  const options = { folds: Number(values.folds) }
  const folds = trainFolds({ ground, options, sheet: createSheet(say), progress, posts })
  return folds.flatMap(({ test, model }, fold) => {
    const readerOf = readersBy(ground, model)
    const told = test.filter(({ group, negativeOf }) => group || negativeOf) as Labelled[]
    return told.map((post) => {
      const reader = readerOf(post.government ?? null)
      const read = layAsRead(post, reader)
      return { post, fold, as: { reader: read, label: layAsLabelled(read, post, reader) } }
    })
  })
}

function readersBy({ configuration, gazetteer }: Ground, model: Parameters<Ground['asServed']>[0]) {
  const readers = new Map<string | null, Reader>()
  return (wanted: string | null): Reader => {
    const government = configuration.governments.some(({ id }) => id === wanted) ? wanted : null
    const reader =
      readers.get(government) ?? createReader({ configuration, government, gazetteer, model })
    readers.set(government, reader)
    return reader
  }
}

const kept = (path: string): LaidPost[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LaidPost)

const laid = values.from ? kept(values.from) : await layAll()
if (values.keep)
  writeFileSync(values.keep, laid.map((each) => `${JSON.stringify(each)}\n`).join(''))
crossFit(laid, values.sure ? Number(values.sure) : null, say)
