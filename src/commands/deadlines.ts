/** `tanggap deadlines recompute [--dry-run]`: every open deadline anew, by the calendar in force. */
import { parseArgs } from 'node:util'
import { CLOCK_LABELS } from '../core/case-clock.ts'
import type { MovedDeadline } from '../ports/deadlines.ts'
import { withInstallation } from './with-installation.ts'

const USAGE = `Pemakaian: npm run --silent tanggap -- deadlines recompute [--dry-run]

  recompute   menghitung ulang semua tenggat terbuka menurut kalender yang berlaku dan mencatat
              yang berubah  [--dry-run: hanya menunjukkan]
`

export async function deadlines(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { 'dry-run': { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  if (positionals.length !== 1 || positionals[0] !== 'recompute') {
    process.stderr.write(USAGE)
    return 2
  }
  const dryRun = values['dry-run']
  return withInstallation(async (installation) => {
    const moved = await installation.ports.deadlines.recompute({ dryRun })
    const verb = dryRun ? 'akan berubah' : 'dihitung ulang'
    process.stdout.write(`${moved.map(lineOf).join('')}${moved.length} tenggat ${verb}.\n`)
    return 0
  })
}

const lineOf = ({ caseCode, clock, from, to }: MovedDeadline): string =>
  `${caseCode}  ${CLOCK_LABELS[clock]}: ${momentOf(from)} → ${momentOf(to)}\n`

const momentOf = (moment: Date | null): string => moment?.toISOString() ?? 'tanpa tenggat'
