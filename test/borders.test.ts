import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

interface Cruise {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string }; from: string }[] }
}

const cruise = (folder: string, rooms: string[]): Cruise => {
  const bin = join(process.cwd(), 'node_modules', '.bin', 'depcruise')
  try {
    const out = execFileSync(bin, [...rooms, '-T', 'json'], { cwd: folder, maxBuffer: 1 << 28 })
    return JSON.parse(out.toString())
  } catch (error) {
    // Exit status 1 says that there are violations; they stand in the same output.
    return JSON.parse(String((error as { stdout: Buffer }).stdout))
  }
}

/** dependency-cruiser reports success on zero files where it cannot parse TypeScript. */
test('the guard of the borders sees every source file', () => {
  const seen = new Set(cruise('.', ['src', 'workers']).modules.map(({ source }) => source))
  const own = ['src', 'workers'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => `${room}/${file}`),
  )
  expect(own.length).toBeGreaterThan(200)
  expect(own.filter((file) => !seen.has(file))).toEqual([])
}, 60_000)

/** A file that breaks a border, and the rule that must say so. */
const FORBIDDEN: [file: string, line: string, rule: string][] = [
  ['src/core/reads-a-file.ts', "import 'node:fs'", 'core-is-pure'],
  ['src/core/asks-a-package.ts', "import 'pino'", 'core-is-pure'],
  ['src/language/knows-the-store.ts', "import '../store/database.ts'", 'language-is-pure'],
  ['src/actions/asks-a-driver.ts', "import 'pg'", 'actions-call-no-package'],
  [
    'src/actions/knows-the-store.ts',
    "import '../store/database.ts'",
    'actions-know-core-language-and-ports',
  ],
  ['src/connectors/bluesky.ts', "import './rss.ts'", 'no-sibling-connectors'],
  ['src/connectors/youtube.ts', "import '../store/database.ts'", 'connectors-know-core-and-ports'],
  ['src/http/routes/knows-the-store.ts', "import '../../store/database.ts'", 'http-knows-actions'],
  ['src/http/routes/asks-redis.ts', "import 'ioredis'", 'drivers-stay-in-their-room'],
  ['src/web/knows-actions.ts', "import '../actions/claim-case.ts'", 'web-draws'],
  ['src/notifiers/serves.ts', "import 'fastify'", 'fastify-stays-in-http'],
  ['src/queues/wires.ts', "import '../compose.ts'", 'only-compose-knows-every-room'],
  [
    'workers/knows-the-store.ts',
    "import '../src/store/database.ts'",
    'workers-know-actions-and-queues',
  ],
]

/** What the forbidden lines point at. */
const TARGETS = [
  'src/store/database.ts',
  'src/connectors/rss.ts',
  'src/actions/claim-case.ts',
  'src/compose.ts',
]

let copy = ''
let violations: Cruise['summary']['violations'] = []

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'tanggap-borders-'))
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(file, join(copy, file))
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
  for (const target of TARGETS) write(target, 'export const nothing = 0\n')
  for (const [file, line] of FORBIDDEN) write(file, `${line}\nexport const here = 1\n`)
  violations = cruise(copy, ['src', 'workers']).summary.violations
}, 60_000)
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  writeFileSync(join(copy, file), text)
}

test.each(FORBIDDEN)('%s may not %s', (file, _line, rule) => {
  const broken = violations.filter(({ from }) => from === file).map(({ rule: { name } }) => name)
  expect(broken).toContain(rule)
})
