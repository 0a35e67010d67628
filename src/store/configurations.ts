import { isDeepStrictEqual } from 'node:util'
import { and, eq, isNull, notInArray, sql } from 'drizzle-orm'
import type { Configuration, Government } from '../core/configuration.ts'
import type { Clock } from '../ports/clock.ts'
import type { Configurations } from '../ports/configurations.ts'
import type { Ids } from '../ports/ids.ts'
import type { Database, Queryable } from './database.ts'
import { createDeadlines } from './deadlines.ts'
import type { Listener } from './listener.ts'
import { ownTemplatesOf, takeOwnTemplates } from './own-templates.ts'
import { agencies, configurationDocuments, governments } from './schema/governments.ts'
import { sources } from './schema/sources.ts'
import { proposeTemplates } from './templates.ts'
import { writeAudit } from './write-audit.ts'

interface Document {
  governmentId: string | null
  kind: string
  name: string
  document: unknown
}

/** The configuration as the documents that are versioned one by one. */
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

const newest = async (db: Queryable) => {
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

const projectGovernment = async (tx: Queryable, government: Government) => {
  const { id, name, level, regionCode, timezone, zoneLabel, codePrefix } = government
  const row = { id, name, level, regionCode, timezone, zoneLabel, codePrefix }
  await tx.insert(governments).values(row).onConflictDoUpdate({ target: governments.id, set: row })
}

const proposeSources = async (tx: Queryable, ids: Ids, { id, sources: proposed }: Government) => {
  if (proposed.length === 0) return
  const rows = proposed.map((source) => ({
    id: ids.next(),
    governmentId: id,
    secrets: {},
    secretHints: {},
    ...source,
  }))
  await tx.insert(sources).values(rows)
}

/** Agencies are never deleted: cases and people of old ones keep their name. */
const projectAgencies = async (tx: Queryable, government: Government, now: Date) => {
  const kept = government.agencies.map((agency) => agency.id)
  await tx
    .update(agencies)
    .set({ endedAt: now })
    .where(
      and(
        eq(agencies.governmentId, government.id),
        isNull(agencies.endedAt),
        notInArray(agencies.id, kept),
      ),
    )
  for (const { id, name, abbreviation } of government.agencies) {
    const row = { governmentId: government.id, id, name, abbreviation, endedAt: null }
    await tx
      .insert(agencies)
      .values(row)
      .onConflictDoUpdate({ target: [agencies.governmentId, agencies.id], set: row })
  }
}

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

const writeDocuments = async (
  tx: Queryable,
  ids: Ids,
  configuration: Configuration,
  by: { who: string; now: Date },
): Promise<string[]> => {
  const before = await newest(tx)
  const changed: string[] = []
  for (const document of documentsOf(configuration)) {
    const known = before.get(keyOf(document))
    const written = await writeDocument(tx, document, known, { id: ids.next(), ...by })
    if (written) changed.push(written)
  }
  return changed
}

const applyAll = async (
  tx: Queryable,
  ids: Ids,
  configuration: Configuration,
  who: string,
  now: Date,
): Promise<{ version: number; changed: string[] }> => {
  await tx.execute(sql`lock table configuration_documents in share row exclusive mode`)
  const known = await newest(tx)
  for (const government of configuration.governments) {
    await projectGovernment(tx, government)
    // Listening sources are only proposed: what people removed later does not come back.
    if (!known.has(`government ${government.id}`)) await proposeSources(tx, ids, government)
  }
  const changed = await writeDocuments(tx, ids, configuration, { who, now })
  for (const government of configuration.governments) {
    await projectAgencies(tx, government, now)
    await proposeTemplates(tx, government.id, configuration.templates, now)
    const before = known.get(`government ${government.id}`)?.document as Government | undefined
    await takeOwnTemplates(tx, government, before, { who, now })
  }
  await tx.execute(sql`select pg_notify(${CONFIGURATION_CHANNEL}, '')`)
  const versions = [...(await newest(tx)).values()].map((row) => row.version)
  return { version: Math.max(...versions), changed }
}

const readCurrent = async (db: Queryable): Promise<Configuration | null> => {
  const rows = [...(await newest(db)).values()]
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

/** Documents as they were applied, with what was changed in the product since. */
const readHeld = async (db: Queryable): Promise<Configuration | null> => {
  const applied = await readCurrent(db)
  if (!applied) return null
  const { templates } = applied
  const governments: Government[] = []
  for (const { ownTemplates: _own, removedTemplates: _removed, ...rest } of applied.governments)
    governments.push({ ...rest, ...(await ownTemplatesOf(db, rest.id, templates)) })
  return { ...applied, governments }
}

const TAKEN_BACK = new Error('a preview is not kept')

/** Applies and takes back: what would change is then what does, whatever applying leaves alone. */
const preview = async (db: Database, ids: Ids, wanted: Configuration, now: Date) => {
  const before = await readHeld(db)
  let after: Configuration | null = null
  const taken = db.transaction(async (tx) => {
    await applyAll(tx, ids, wanted, 'preview', now)
    after = await readHeld(tx)
    throw TAKEN_BACK
  })
  await taken.catch((error) => {
    if (error !== TAKEN_BACK) throw error
  })
  return { before, after }
}

const CONFIGURATION_CHANNEL = 'tanggap_configuration'

export const createConfigurations = (
  db: Database,
  clock: Clock,
  ids: Ids,
  listener: Listener,
): Configurations => {
  // Documents are large and change a few times a year: read once, again when told.
  let known: Promise<Configuration | null> | null = null
  listener.on(CONFIGURATION_CHANNEL, () => {
    known = null
  })
  const current = () => {
    known ??= readCurrent(db).catch((error) => {
      known = null
      throw error
    })
    return known
  }

  return {
    current,

    held: () => readHeld(db),

    preview: (configuration) => preview(db, ids, configuration, clock.now()),

    government: async (id) =>
      (await current())?.governments.find((government) => government.id === id) ?? null,

    apply: async (configuration, who) => {
      const result = await db.transaction((tx) =>
        applyAll(tx, ids, configuration, who, clock.now()),
      )
      known = null
      // a decree, or hours of work: what is due by them is due by the new ones
      if (result.changed.some((document) => /^(calendar|government) /.test(document)))
        await createDeadlines(db, clock).recompute({ dryRun: false })
      return result
    },
  }
}
