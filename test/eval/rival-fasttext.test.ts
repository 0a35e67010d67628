import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFastText, trainFastText } from './rival-fasttext.ts'

/**
 * Speaks fastText's command line: learns by heart which label a line had, knows nothing else, and
 * refuses what the real one refuses.
 */
const FAKE = `#!${process.execPath}
const { readFileSync, writeFileSync } = require('node:fs')
const [command, ...rest] = process.argv.slice(2)
const option = (name) => rest[rest.indexOf(name) + 1]
const lines = (path) => readFileSync(path, 'utf8').split('\\n').slice(0, -1)
if (command === 'supervised') {
  const pairs = lines(option('-input')).map((line) => [
    line.slice(line.indexOf(' ') + 1),
    line.slice(0, line.indexOf(' ')),
  ])
  writeFileSync(option('-output') + '.bin', JSON.stringify(pairs))
} else if (command === 'predict') {
  const [model, path, most] = rest
  const known = new Map(JSON.parse(readFileSync(model, 'utf8')))
  const labels = [...new Set(known.values())]
  for (const line of lines(path)) {
    // of a line without words the real one says nothing
    if (line === '') console.log('')
    if (line === '') continue
    const first = known.get(line)
    const others = labels.filter((label) => label !== first)
    console.log([...(first ? [first] : []), ...others].slice(0, Number(most)).join(' '))
  }
} else {
  console.error('usage: fasttext <command> <args>')
  process.exit(1)
}
`

let folder: string
let program: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tanggap-fasttext-'))
  program = join(folder, 'fasttext')
  writeFileSync(program, FAKE)
  chmodSync(program, 0o755)
})

afterAll(() => rmSync(folder, { recursive: true }))

const LESSONS = [
  { text: 'Jalan RUSAK,\nparah!', category: 'jalan.rusak' },
  { text: 'listrik padam', category: 'listrik.padam_pln' },
  { text: 'sampah menumpuk', category: 'lh.sampah' },
  { text: 'guru tidak datang', category: 'didik.guru' },
]

test('the program is found where PATH says, and only if it can be run', () => {
  const other = mkdtempSync(join(folder, 'other-'))
  writeFileSync(join(other, 'fasttext'), 'a text')
  expect(findFastText([other, '/no/such/folder', folder])).toBe(program)
  expect(findFastText([other])).toBeNull()
})

test('every text gets its answer, best first, at most three, also one without a word', () => {
  const { rank } = trainFastText(program, LESSONS)
  const answers = rank(['jalan rusak parah', '🔥🔥', 'guru tidak datang?'])
  expect(answers.map(([first]) => first)).toEqual(['jalan.rusak', expect.any(String), 'didik.guru'])
  expect(answers.every((categories) => categories.length === 3)).toBe(true)
})

test('its memory is the size of its model file, and its time is that of its own process', () => {
  const rival = trainFastText(program, LESSONS)
  expect(rival.megabytes).toBeGreaterThan(0)
  expect(rival.megabytes).toBeLessThan(0.001)
  expect(rival.trainingSeconds).toBeGreaterThanOrEqual(0)
  expect(rival.notes[0]).toContain('size of its model file')
})

test('what it complains of is said, not swallowed', () => {
  const broken = join(mkdtempSync(join(folder, 'broken-')), 'fasttext')
  writeFileSync(broken, '#!/bin/sh\necho "Input file cannot be opened!" >&2\nexit 1\n')
  chmodSync(broken, 0o755)
  expect(() => trainFastText(broken, LESSONS)).toThrow('Input file cannot be opened!')
})
