import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import scripts from '../package.json' with { type: 'json' }

const ROOMS = ['config', 'docs', 'migrations', 'src', 'test', 'workers', '.ci']

/** Every file and folder of the checkout that a page may speak of, e.g. "src/core/case.ts". */
const things = new Set([
  ...readdirSync('.'),
  ...ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)),
  ),
])
const pages = [...things].filter((path) => path.endsWith('.md'))

/** "src/core/case.ts", "core/case" and "case.ts" name it; `*` and `<id>` stand for some name. */
function isThere(name: string): boolean {
  const pattern = name
    .replace(/\/$/, '')
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\*|<\w+>/g, '[^/]+')
  const named = new RegExp(`(^|/)${pattern}(\\.tsx?)?$`)
  return [...things].some((path) => named.test(path))
}

/** Made by whoever follows the page. */
const NOT_OURS = new Set(['pemkab-kaur.csv', 'governments/<slug>/templates.yaml'])

const PATH = new RegExp(`(?<![\\w./-])(?:${ROOMS.join('|')})/[\\w./*<>-]*[\\w/*>]`, 'g')
const FILE = /`([\w./*<>-]+\.(?:ts|tsx|mjs|md|yaml|jsonl?|csv|sql|html))`/g
const LINK = /\]\(([^)#:]+)(?:#[^)]*)?\)/g

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8')

  it('names only files and folders that are there', () => {
    const files = [...text.matchAll(FILE)].map(([, name]) => name as string)
    const named = new Set([...(text.match(PATH) ?? []), ...files])
    expect([...named].filter((name) => !isThere(name) && !NOT_OURS.has(name))).toEqual([])
  })

  it('links only to what is there', () => {
    const links = [...text.matchAll(LINK)].map(([, to]) => normalize(join(dirname(page), to ?? '')))
    expect(links.filter((path) => !things.has(path.replace(/\/$/, '')))).toEqual([])
  })

  it('runs only scripts that package.json has', () => {
    const run = [...text.matchAll(/npm run (?:--\S+ )*([\w:]+)/g)].map(([, name]) => name ?? '')
    expect(run.filter((name) => !Object.hasOwn(scripts.scripts, name))).toEqual([])
  })
})
