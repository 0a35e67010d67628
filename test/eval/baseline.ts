/** Side by side on one fold: the same posts to learn from, the same posts to read, the same run. */
import { loadSettings } from '../../src/settings.ts'
import { tellRivalsOnReports } from './baseline-reports.ts'
import type { Bench } from './bench.ts'
import { foldsOf } from './by-writer.ts'
import { macroF1 } from './figures/macro-f1.ts'
import { bootstrap, shuffled } from './interval.ts'
import type { EvalPost } from './posts.ts'
import { tellMachine } from './processor.ts'
import type { Lesson, Rival } from './rival.ts'
import { findFastText, trainFastText } from './rival-fasttext.ts'
import { trainNatural } from './rival-natural.ts'
import { trainReader } from './rival-reader.ts'
import { tellRivalSpeed } from './rival-speed.ts'
import type { Sheet } from './sheet.ts'

export async function measureBaseline(bench: Bench): Promise<void> {
  const { sheet, options } = bench
  sheet.section('side by side')
  tellMachine(sheet)
  const posts = await bench.posts()
  const writers = foldsOf(posts, options.folds)[0] ?? []
  const training = posts.filter(({ writer }) => !writers.includes(writer))
  const held = posts.filter(({ writer }) => writers.includes(writer))
  const test = shuffled(held, 13).slice(0, options.baselinePosts)
  sheet.line(`learned from ${training.length} posts of other writers than ${writers.join(', ')};`)
  sheet.line(`read ${test.length} of their ${held.length} posts: natural is too slow for all.`)
  sheet.line('Noise is one of the categories; no post is read with its thread or its government.')
  const rivals = trainAll(bench, training)
  for (const rival of rivals) tellQuality(sheet, rival, test)
  bench.ground.forget()
  tellRivalSpeed(sheet, rivals, {
    few: textsOf(test),
    many: textsOf(shuffled(held, 19)),
    warm: textsOf(training),
  })
  await tellRivalsOnReports(bench, rivals)
}

const textsOf = (posts: EvalPost[]) => posts.map(({ text }) => text)

function trainAll({ ground, sheet, progress }: Bench, training: EvalPost[]): Rival[] {
  const lessons: Lesson[] = training.map(({ text, category }) => ({ text, category }))
  progress(`training ours on ${training.length} posts`)
  const rivals = [trainReader(ground, training)]
  progress("training natural's: minutes")
  rivals.push(trainNatural(lessons))
  const program = findFastText(loadSettings().searchPath)
  if (program) {
    progress('training fastText')
    rivals.push(trainFastText(program, lessons))
  } else sheet.line('fastText: left out, no program called fasttext is on PATH')
  return rivals
}

function tellQuality(sheet: Sheet, rival: Rival, test: EvalPost[]): void {
  const answers = rival.rank(test.map(({ text }) => text))
  const pairs = test.map(({ category }, at) => ({ meant: category, said: answers[at]?.[0] ?? '' }))
  const three = test.filter(({ category }, at) => answers[at]?.includes(category))
  sheet.heading(rival.name)
  for (const note of rival.notes) sheet.line(note)
  const right = pairs.filter(({ meant, said }) => meant === said)
  sheet.share('category', right.length, test.length)
  sheet.share('within three', three.length, test.length)
  const f1 = { value: macroF1(pairs), n: test.length, ...bootstrap(pairs, macroF1) }
  sheet.figure({ name: 'macro-F1', ...f1 })
  sheet.figure({ name: 'training, processor time', value: rival.trainingSeconds, unit: 's' })
  sheet.figure({ name: 'memory held', value: rival.megabytes, unit: 'MB' })
}
