/** Is the corpus large enough, and is it one post after another or one post many times? */
import type { Bench } from './bench.ts'
import { pairedGain, shuffled } from './interval.ts'
import { readLines } from './json-lines.ts'
import { tellLabels } from './labels.ts'
import { tellNearDuplicates } from './near-duplicates.ts'
import { type Judged, judgeAll, ownersOf, type Report } from './reports.ts'

const SHARES = [1 / 8, 1 / 4, 1 / 2, 1]

export async function measureCorpus(bench: Bench): Promise<void> {
  const { sheet, options } = bench
  sheet.section('corpus')
  const posts = await bench.posts()
  tellLabels(sheet, posts, bench.ground.configuration.taxonomy)
  const reports = options.lapor ? await readLines<Report>(options.lapor) : []
  tellNearDuplicates(sheet, posts, reports)
  sheet.heading('LAPOR! first place, trained on a part of the corpus')
  if (reports.length === 0) return sheet.line('left out: no file was given (--lapor FILE)')
  await tellCurve(bench, reports)
}

async function tellCurve({ sheet, ground, posts, progress }: Bench, reports: Report[]) {
  const all = await posts()
  const rank = new Map(shuffled(all, 11).map(({ id }, at) => [id, at]))
  const owners = ownersOf(ground.configuration.taxonomy)
  let before: Judged[] | null = null
  for (const share of SHARES) {
    const part = all.filter(({ id }) => (rank.get(id) ?? 0) < share * all.length)
    progress(`corpus curve: ${part.length} posts`)
    const judged = judgeAll(reports, ground.readerOf(ground.train(part), null), owners)
    const first = judged.filter((each) => each.first).length
    sheet.share(`${part.length} posts`, first, judged.length)
    if (before) {
      const { gain, low, high } = pairedGain(firsts(before), firsts(judged))
      sheet.figure({ name: '  this doubling', value: gain, low, high, n: judged.length })
    }
    before = judged
  }
}

const firsts = (judged: Judged[]) => judged.map(({ first }) => first)
