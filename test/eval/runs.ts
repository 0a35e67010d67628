/** Which section is measured by what. */
import type { Bench } from './bench.ts'
import { measureHard } from './hard.ts'
import { measureLapor } from './lapor.ts'
import { measureOwn } from './own.ts'
import type { SectionName } from './section-names.ts'

export const RUNS: Record<SectionName, (bench: Bench) => Promise<void>> = {
  own: measureOwn,
  hard: measureHard,
  lapor: measureLapor,
}
