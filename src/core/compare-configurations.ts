/** What applying a configuration would change: document, path in it, before and after. */
import type { Configuration } from './configuration.ts'

export interface Change {
  document: string
  /** "agencies[bengkulu.dpupr].aliases"; empty where the whole document comes or goes. */
  path: string
  kind: 'added' | 'removed' | 'changed'
  before: unknown
  after: unknown
}

export function compareConfigurations(
  before: Configuration | null,
  after: Configuration | null,
): Change[] {
  const [old, fresh] = [documentsOf(before), documentsOf(after)]
  const names = [...new Set([...old.keys(), ...fresh.keys()])]
  return names.flatMap((name) => compare(name, '', old.get(name), fresh.get(name)))
}

function documentsOf(configuration: Configuration | null): Map<string, unknown> {
  if (!configuration) return new Map()
  const { taxonomy, lexicon, zones, templates, calendars, governments } = configuration
  return new Map<string, unknown>([
    ['taxonomy', taxonomy],
    ['lexicon', lexicon],
    ['zones', zones],
    ['templates', templates],
    ...calendars.map((each): [string, unknown] => [`calendar-${each.year}`, each]),
    ...governments.map((each): [string, unknown] => [`governments/${each.id}`, each]),
  ])
}

function compare(document: string, path: string, before: unknown, after: unknown): Change[] {
  if (before === undefined && after === undefined) return []
  if (before === undefined) return [{ document, path: bare(path), kind: 'added', before, after }]
  if (after === undefined) return [{ document, path: bare(path), kind: 'removed', before, after }]
  const [old, fresh] = [partsOf(before), partsOf(after)]
  if (old && fresh) {
    const keys = [...new Set([...old.keys(), ...fresh.keys()])]
    return keys.flatMap((key) => compare(document, path + key, old.get(key), fresh.get(key)))
  }
  if (canonical(before) === canonical(after)) return []
  return [{ document, path: bare(path), kind: 'changed', before, after }]
}

/** The named parts of a record, or of a list of records that have names; null for plain values. */
function partsOf(value: unknown): Map<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null
  if (!Array.isArray(value)) {
    return new Map(Object.entries(value).map(([key, part]) => [`.${key}`, part]))
  }
  const names = value.map(nameOf)
  // Where names are missing or repeated, the list is compared as one value.
  const usable = names.every((name) => name !== null) && new Set(names).size === names.length
  return usable ? new Map(value.map((item, index) => [`[${names[index]}]`, item])) : null
}

function nameOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null
  const fields = new Map<string, unknown>(Object.entries(item))
  const name = ['id', 'code', 'date', 'key', 'name'].map((key) => fields.get(key)).find(Boolean)
  return typeof name === 'string' ? name : null
}

const bare = (path: string) => path.replace(/^\./, '')

/** The database gives keys back in another order than the file had them. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}
