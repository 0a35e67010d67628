/** `npm run eval -- [section …] [--lapor FILE] [--json]`; docs/measuring.md explains the figures. */
import { createBench } from './bench.ts'
import { openGround } from './ground.ts'
import { readOptions } from './options.ts'
import { RUNS } from './runs.ts'
import { createSheet } from './sheet.ts'

const options = readOptions(process.argv.slice(2))
const started = performance.now()
const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`
const progress = (text: string) => process.stderr.write(`[${seconds()}] ${text}\n`)
const sheet = createSheet((line) => process.stdout.write(`${line}\n`))
progress('opening configuration and place names')
const bench = createBench({ ground: await openGround(), options, sheet, progress })
for (const name of options.sections) {
  try {
    await RUNS[name](bench)
  } catch (error) {
    // the other sections have their worth; that this one has none must not go unseen
    sheet.line(`${name} FAILED: ${(error as Error).message}`)
    process.exitCode = 1
  }
}
progress('done')
if (options.json) process.stdout.write(`${JSON.stringify(sheet.figures())}\n`)
