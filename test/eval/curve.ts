/**
 * What officers' corrections are worth: 100, 200 and 400 of them from four fifths of the reports,
 * measured on the last fifth, five times. The models are thrown away.
 */
import type { Taxonomy } from '../../src/core/configuration.ts'
import { type JudgedPost, retrain } from '../../src/language/retrain.ts'
import type { Bench } from './bench.ts'
import { pairedGain, shuffled, wilson } from './interval.ts'
import { readLines } from './json-lines.ts'
import { isCovered, type Judged, judgeAll, type Owners, ownersOf, type Report } from './reports.ts'

const FOLDS = 5
const SIZES = [100, 200, 400]

export async function measureCurve(bench: Bench): Promise<void> {
  const { sheet, options, ground, progress } = bench
  sheet.section('learning curve: corrections taken from LAPOR! reports')
  if (!options.lapor) return sheet.line('left out: no file was given (--lapor FILE)')
  const reports = shuffled(await readLines<Report>(options.lapor), 5)
  const owners = ownersOf(ground.configuration.taxonomy)
  progress('learning curve: one model without corrections, then 15 with; this takes long')
  const cold = judgeAll(reports, ground.readerOf(await bench.model(), null), owners)
  tell(bench, 'without corrections', cold, cold)
  for (const size of SIZES) {
    const started = performance.now()
    tell(bench, `after ${size}`, cold, await warm(bench, reports, size))
    progress(`learning curve: that took ${Math.round((performance.now() - started) / 1000)} s`)
  }
}

/** Each report judged by a model that was corrected by `size` reports of the other folds. */
async function warm(bench: Bench, reports: Report[], size: number): Promise<Judged[]> {
  const { ground, progress } = bench
  const { taxonomy } = ground.configuration
  const owners = ownersOf(taxonomy)
  const posts = await bench.posts()
  const judged: Judged[][] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    progress(`learning curve: ${size} corrections, fold ${fold + 1} of ${FOLDS}`)
    const others = reports.filter((_, at) => at % FOLDS !== fold)
    const corrections = correctionsOf(others, taxonomy, owners).slice(0, size)
    const model = retrain({ posts, corrections, taxonomy, analyse: ground.recall })
    const held = reports.filter((_, at) => at % FOLDS === fold)
    judged.push(judgeAll(held, ground.readerOf(model, null), owners))
  }
  const byId = new Map(judged.flat().map((each) => [each.report.id, each]))
  return reports.map(({ id }) => byId.get(id) as Judged)
}

/** As a referral teaches: it is one of the topics of whoever got it; of the kind nobody spoke. */
function correctionsOf(reports: Report[], { categories }: Taxonomy, owners: Owners): JudgedPost[] {
  const taught = reports.map((report) => {
    const among = categories.map(({ id }) => id).filter((id) => isCovered(owners, id, report))
    return { id: report.id, text: report.text, among, kind: null }
  })
  return taught.filter(({ among }) => among.length > 0)
}

function tell({ sheet }: Bench, name: string, cold: Judged[], now: Judged[]): void {
  sheet.heading(name)
  for (const place of ['first', 'three'] as const) {
    const [before, after] = [cold, now].map((list) => list.map((each) => each[place]))
    if (!before || !after) continue
    const said = place === 'first' ? 'first place' : 'within three'
    const hits = after.filter(Boolean).length
    const n = after.length
    sheet.figure({ name: said, value: hits / n, n, ...wilson(hits, n) })
    if (cold === now) continue
    const { gain, low, high } = pairedGain(before, after)
    sheet.figure({ name: `${said}, more than without`, value: gain, low, high, n })
  }
}
