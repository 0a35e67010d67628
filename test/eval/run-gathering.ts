/** Runs the measuring of gathering, which is a command of its own, and takes its figures over. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Bench } from './bench.ts'

const run = promisify(execFile)

const FIGURE =
  /^(precision|recall|hard negatives merged)\s+([\d.]+) \(([\d.]+)–([\d.]+), n=(\d+)\)$/

const MODES = {
  reader: 'as read',
  label: 'with the labels in place of the reading',
}

export async function runGathering(bench: Bench): Promise<void> {
  bench.sheet.section('gathering')
  bench.sheet.line('read with the reader of the last build, which knows these posts')
  for (const [mode, title] of Object.entries(MODES)) {
    bench.progress(`gathering, mode ${mode}`)
    bench.sheet.heading(title)
    await runMode(bench, mode)
  }
}

async function runMode({ sheet, ground, options }: Bench, mode: string): Promise<void> {
  const command = join('test', 'eval', 'gathering.ts')
  const args = ['--import', 'tsx', command, mode, '--show', options.show ? '12' : '0']
  const { stdout } = await run(process.execPath, args, { cwd: ground.checkout })
  for (const line of stdout.trim().split('\n')) {
    const [, name, value, low, high, n] = FIGURE.exec(line) ?? []
    if (name) sheet.figure(numbers({ name, value, low, high, n }))
    else if (options.show) sheet.line(line)
  }
}

type Written = Record<'value' | 'low' | 'high' | 'n', string | undefined> & { name: string }

const numbers = ({ name, value, low, high, n }: Written) => ({
  name: name === 'precision' || name === 'recall' ? `pairwise ${name}` : name,
  value: Number(value),
  low: Number(low),
  high: Number(high),
  n: Number(n),
})
