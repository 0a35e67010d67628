/** Does confidence mean what it says: of the answers with 0.8, are four of five right? */
import type { Answer } from '../by-writer.ts'
import type { Sheet } from '../sheet.ts'
import { isRight, serviceOf } from './topic.ts'

const BINS = 10

export function tellCalibration(sheet: Sheet, answers: Answer[]): void {
  sheet.heading('calibration')
  const bins = binsOf(answers)
  for (const { from, list, said, was } of bins)
    sheet.line(`${from.toFixed(1)}: n=${list.length} said ${said.toFixed(3)} was ${was.toFixed(3)}`)
  tellError(sheet, 'expected calibration error, 10 bins (all)', answers)
  tellError(sheet, 'expected calibration error, 10 bins (service matter)', serviceOf(answers))
}

function tellError(sheet: Sheet, name: string, answers: Answer[]): void {
  const parts = binsOf(answers).map(
    ({ list, said, was }) => (list.length / answers.length) * Math.abs(said - was),
  )
  sheet.figure({ name, value: parts.reduce((sum, part) => sum + part, 0), n: answers.length })
}

function binsOf(answers: Answer[]) {
  const bins = Array.from({ length: BINS }, (_, bin) => ({ bin, list: [] as Answer[] }))
  for (const answer of answers) {
    const bin = Math.min(BINS - 1, Math.floor(answer.reading.confidence * BINS))
    bins[bin]?.list.push(answer)
  }
  return bins
    .filter(({ list }) => list.length > 0)
    .map(({ bin, list }) => ({
      from: bin / BINS,
      list,
      said: list.reduce((sum, { reading }) => sum + reading.confidence, 0) / list.length,
      was: list.filter(isRight).length / list.length,
    }))
}
