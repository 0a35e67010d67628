/** Real reports: another decade, another style, and another people than our corpus. */
import type { Bench } from './bench.ts'
import { tellCalibrationError } from './figures/calibration.ts'
import { comesIn } from './figures/gate.ts'
import { readLines } from './json-lines.ts'
import { type Judged, judgeAll, ownersOf, type Report } from './reports.ts'
import type { Sheet } from './sheet.ts'

const MOST = 25

export async function measureLapor(bench: Bench): Promise<void> {
  const { sheet, options, ground } = bench
  sheet.section('LAPOR! reports')
  if (!options.lapor) return sheet.line('left out: no file was given (--lapor FILE)')
  const reports = await readLines<Report>(options.lapor)
  const reader = ground.readerOf(await bench.model(), null)
  const judged = judgeAll(reports, reader, ownersOf(ground.configuration.taxonomy))
  tellShares(sheet, judged)
  tellAffairs(sheet, judged)
}

function tellShares(sheet: Sheet, judged: Judged[]): void {
  const n = judged.length
  const sorted = [...judged].sort((a, b) => b.reading.confidence - a.reading.confidence)
  const half = sorted.slice(0, Math.floor(n / 2))
  sheet.share('first place', judged.filter(({ first }) => first).length, n)
  sheet.share('within three', judged.filter(({ three }) => three).length, n)
  sheet.share('surest half, first place', half.filter(({ first }) => first).length, half.length)
  const out = judged.filter(({ reading }) => reading.kind === 'irrelevant')
  sheet.share('taken for noise', out.length, n)
  const heard = judged.filter(({ reading }) => comesIn(reading))
  sheet.share('gate recall (each asks for something)', heard.length, n)
  const claims = judged.map(({ reading, first }) => ({
    confidence: reading.confidence,
    right: first,
  }))
  tellCalibrationError(sheet, 'first place', claims)
}

function tellAffairs(sheet: Sheet, judged: Judged[]): void {
  sheet.heading('by affair, first place')
  for (const affair of [...new Set(judged.map(({ report }) => report.affair))].sort()) {
    const own = judged.filter(({ report }) => report.affair === affair)
    sheet.share(affair, own.filter(({ first }) => first).length, own.length)
  }
  sheet.heading('worst confusions, affair → category')
  const counts = new Map<string, number>()
  for (const { report, reading, first } of judged) {
    const key = `${report.affair} → ${reading.category}`
    if (!first) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const worst = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST)
  for (const [key, count] of worst) sheet.line(`${String(count).padStart(4)} ${key}`)
}
