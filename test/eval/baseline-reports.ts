/** The rivals on real reports: right where any owner of the category is among those that count. */
import type { Bench } from './bench.ts'
import { shuffled } from './interval.ts'
import { readLines } from './json-lines.ts'
import { isCovered, ownersOf, type Report } from './reports.ts'
import type { Rival } from './rival.ts'

export async function tellRivalsOnReports(bench: Bench, rivals: Rival[]): Promise<void> {
  const { sheet, options, ground, progress } = bench
  if (!options.lapor) return
  const all = shuffled(await readLines<Report>(options.lapor), 17)
  const reports = all.slice(0, options.baselinePosts)
  const owners = ownersOf(ground.configuration.taxonomy)
  sheet.heading(`LAPOR! reports, ${reports.length} of ${all.length}, by the category alone`)
  for (const rival of rivals) {
    progress(`LAPOR! reports, ${rival.name}`)
    const answers = rival.rank(reports.map(({ text }) => text))
    const right = (most: number) =>
      reports.filter((report, at) =>
        answers[at]?.slice(0, most).some((category) => isCovered(owners, category, report)),
      )
    sheet.share(`${rival.name}: first place`, right(1).length, reports.length)
    sheet.share(`${rival.name}: within three`, right(3).length, reports.length)
  }
}
