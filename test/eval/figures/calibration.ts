/** Does confidence mean what it says: of the answers with 0.8, are four of five right? */
import type { Answer } from '../by-writer.ts'
import { bootstrap } from '../interval.ts'
import type { Sheet } from '../sheet.ts'
import { isRight, serviceOf } from './topic.ts'

const BINS = 10

/** How sure an answer was, and whether it was right. */
export interface Claim {
  confidence: number
  right: boolean
}

export function tellCalibration(sheet: Sheet, answers: Answer[]): void {
  sheet.heading('calibration')
  for (const { from, n, said, was } of binsOf(answers.map(claimOf)))
    sheet.line(`${from.toFixed(1)}: n=${n} said ${said.toFixed(3)} was ${was.toFixed(3)}`)
  tellCalibrationError(sheet, 'all', answers.map(claimOf))
  tellCalibrationError(sheet, 'service matter', serviceOf(answers).map(claimOf))
}

const claimOf = (answer: Answer): Claim => ({
  confidence: answer.reading.confidence,
  right: isRight(answer),
})

export function tellCalibrationError(sheet: Sheet, of: string, claims: Claim[]): void {
  const name = `expected calibration error, 10 bins (${of})`
  const n = claims.length
  if (n === 0) sheet.figure({ name, value: null, n })
  else {
    const bounds = bootstrap(claims, calibrationError)
    sheet.figure({ name, value: calibrationError(claims), n, ...bounds })
  }
}

/** Mean distance between what was said and what was right, each bin by its claims. */
export function calibrationError(claims: Claim[]): number {
  const parts = binsOf(claims).map(({ n, said, was }) => (n / claims.length) * Math.abs(said - was))
  return parts.reduce((sum, part) => sum + part, 0)
}

function binsOf(claims: Claim[]) {
  const bins = Array.from({ length: BINS }, () => ({ n: 0, said: 0, was: 0 }))
  for (const { confidence, right } of claims) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]
    if (!bin) continue
    bin.n++
    bin.said += confidence
    if (right) bin.was++
  }
  return bins
    .map(({ n, said, was }, at) => ({ from: at / BINS, n, said: said / n, was: was / n }))
    .filter(({ n }) => n > 0)
}
