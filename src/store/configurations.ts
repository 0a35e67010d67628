import { sql } from 'drizzle-orm'
import type { Configuration, Government } from '../core/configuration.ts'
import type { Clock } from '../ports/clock.ts'
import type { Configurations } from '../ports/configurations.ts'
import type { Ids } from '../ports/ids.ts'
import { newestDocuments, readDocuments, writeDocuments } from './configuration-documents.ts'
import type { Database, Queryable } from './database.ts'
import { createDeadlines } from './deadlines.ts'
import type { Listener } from './listener.ts'
import { ownTemplatesOf, takeOwnTemplates } from './own-templates.ts'
import { projectAgencies, projectGovernment, proposeSources } from './project-government.ts'
import { proposeTemplates } from './templates.ts'

const applyAll = async (
  tx: Queryable,
  ids: Ids,
  configuration: Configuration,
  who: string,
  now: Date,
): Promise<{ version: number; changed: string[] }> => {
  await tx.execute(sql`lock table configuration_documents in share row exclusive mode`)
  const known = await newestDocuments(tx)
  for (const government of configuration.governments) {
    await projectGovernment(tx, government)
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
  const versions = [...(await newestDocuments(tx)).values()].map((row) => row.version)
  return { version: Math.max(...versions), changed }
}

/** Documents as they were applied, with what was changed in the product since. */
const readHeld = async (db: Queryable): Promise<Configuration | null> => {
  const applied = await readDocuments(db)
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
    known ??= readDocuments(db).catch((error) => {
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
