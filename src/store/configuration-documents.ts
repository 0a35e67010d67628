/** The configuration as documents that are versioned one by one. */
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'drizzle-orm'
import type { Configuration } from '../core/configuration.ts'
import type { Ids } from '../ports/ids.ts'
import type { Queryable } from './database.ts'
import { configurationDocuments } from './schema/governments.ts'
import { writeAudit } from './write-audit.ts'

interface Document {
  governmentId: string | null
  kind: string
  name: string
  document: unknown
}

const documentsOf = (all: Configuration): Document[] => [
  { governmentId: null, kind: 'taxonomy', name: '', document: all.taxonomy },
  { governmentId: null, kind: 'lexicon', name: '', document: all.lexicon },
  { governmentId: null, kind: 'zones', name: '', document: all.zones },
  { governmentId: null, kind: 'templates', name: '', document: all.templates },
  ...all.calendars.map((calendar) => ({
    governmentId: null,
    kind: 'calendar',
    name: String(calendar.year),
    document: calendar,
  })),
  ...all.governments.map((government) => ({
    governmentId: government.id,
    kind: 'government',
    name: '',
    document: government,
  })),
]

const keyOf = ({ governmentId, kind, name }: Omit<Document, 'document'>): string =>
  [kind, governmentId ?? '', name].filter((part) => part !== '').join(' ')

/** The newest version of each, by its name: "taxonomy", "government pemkab-oki". */
export const newestDocuments = async (db: Queryable) => {
  const rows = await db
    .selectDistinctOn([
      configurationDocuments.governmentId,
      configurationDocuments.kind,
      configurationDocuments.name,
    ])
    .from(configurationDocuments)
    .orderBy(
      configurationDocuments.governmentId,
      configurationDocuments.kind,
      configurationDocuments.name,
      sql`${configurationDocuments.version} desc`,
    )
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** JSON as the database gives it back: no undefined, no class. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** A document gets a new version only where it differs from the newest one. */
const writeDocument = async (
  tx: Queryable,
  document: Document,
  before: { version: number; document: unknown } | undefined,
  by: { id: string; who: string; now: Date },
): Promise<string | null> => {
  const after = plain(document.document)
  if (before && isDeepStrictEqual(before.document, after)) return null
  await tx.insert(configurationDocuments).values({
    id: by.id,
    ...document,
    document: after,
    version: (before?.version ?? 0) + 1,
    effectiveFrom: by.now,
    appliedBy: by.who,
  })
  const known = before?.version ?? 0
  await writeAudit(tx, [
    {
      governmentId: document.governmentId,
      at: by.now,
      act: 'configuration.applied',
      subject: `configuration:${keyOf(document)}`,
      before: { version: known },
      after: { version: known + 1, who: by.who },
    },
  ])
  return keyOf(document)
}

/** Names of those that changed. */
export const writeDocuments = async (
  tx: Queryable,
  ids: Ids,
  configuration: Configuration,
  by: { who: string; now: Date },
): Promise<string[]> => {
  const before = await newestDocuments(tx)
  const changed: string[] = []
  for (const document of documentsOf(configuration)) {
    const known = before.get(keyOf(document))
    const written = await writeDocument(tx, document, known, { id: ids.next(), ...by })
    if (written) changed.push(written)
  }
  return changed
}

export const readDocuments = async (db: Queryable): Promise<Configuration | null> => {
  const rows = [...(await newestDocuments(db)).values()]
  const all = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.document)
  if (all('taxonomy').length === 0) return null
  return {
    taxonomy: all('taxonomy')[0],
    lexicon: all('lexicon')[0],
    zones: all('zones')[0],
    templates: all('templates')[0] ?? [],
    calendars: all('calendar'),
    governments: all('government'),
  } as Configuration
}
