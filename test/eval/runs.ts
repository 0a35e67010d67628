/** Which section is measured by what. */
import { measureBadInput } from './bad-input.ts'
import { measureBaseline } from './baseline.ts'
import type { Bench } from './bench.ts'
import { measureCorpus } from './corpus.ts'
import { measureCurve } from './curve.ts'
import { measureHard } from './hard.ts'
import { measureLapor } from './lapor.ts'
import { measureOwn } from './own.ts'
import { runGathering } from './run-gathering.ts'
import type { SectionName } from './section-names.ts'
import { measureSpeed } from './speed.ts'

export const RUNS: Record<SectionName, (bench: Bench) => Promise<void>> = {
  own: measureOwn,
  hard: measureHard,
  lapor: measureLapor,
  gathering: runGathering,
  'bad-input': measureBadInput,
  speed: measureSpeed,
  baseline: measureBaseline,
  corpus: measureCorpus,
  curve: measureCurve,
}
