import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { refuse } from '../core/errors.ts'
import { CLOSING_KINDS, type Evidence } from '../core/evidence.ts'
import type { Viewer } from '../core/roles.ts'
import type { Clock } from '../ports/clock.ts'
import type { EvidenceStore, NewEvidence } from '../ports/evidence.ts'
import type { Ids } from '../ports/ids.ts'
import { applyChange } from './apply-change.ts'
import { recordsOf } from './custody-rows.ts'
import type { Database, Queryable } from './database.ts'
import { saveCustody } from './save-custody.ts'
import { cases } from './schema/cases.ts'
import { evidence } from './schema/evidence.ts'
import { lockedCase } from './seen-case.ts'
import { visibleTo } from './visible-to.ts'

/** Never the pictures themselves: a list is a list. */
const LISTED = {
  id: evidence.id,
  caseId: evidence.caseId,
  taskId: evidence.taskId,
  kind: evidence.kind,
  note: evidence.note,
  letterNumber: evidence.letterNumber,
  url: evidence.url,
  latitude: evidence.latitude,
  longitude: evidence.longitude,
  sha256: evidence.sha256,
  addedName: evidence.addedName,
  addedAt: evidence.addedAt,
  withdrawnAt: evidence.withdrawnAt,
  withdrawnReason: evidence.withdrawnReason,
}
type Listed = Pick<typeof evidence.$inferSelect, keyof typeof LISTED>

const toEvidence = (row: Listed): Evidence => {
  const { latitude, longitude, addedName, withdrawnAt, withdrawnReason, ...rest } = row
  return {
    ...rest,
    location: latitude !== null && longitude !== null ? { latitude, longitude } : null,
    addedBy: addedName,
    withdrawn: withdrawnAt ? { at: withdrawnAt, reason: withdrawnReason ?? '' } : null,
  }
}

const photoColumns = ({ photo }: NewEvidence) =>
  photo
    ? {
        original: Buffer.from(photo.original),
        originalType: photo.originalType,
        sha256: photo.sha256,
        published: Buffer.from(photo.published),
      }
    : {}

const insert = async (
  tx: Queryable,
  row: { id: string; viewer: Viewer; governmentId: string; caseId: string; at: Date },
  given: NewEvidence,
  taskId: string | null,
): Promise<Evidence | null> => {
  const { kind, note, letterNumber, url, location } = given
  const [saved] = await tx
    .insert(evidence)
    .values({
      id: row.id,
      governmentId: row.governmentId,
      caseId: row.caseId,
      taskId,
      kind,
      note,
      letterNumber,
      url,
      ...(location ?? {}),
      ...photoColumns(given),
      addedBy: row.viewer.userId,
      addedName: row.viewer.name,
      addedAt: row.at,
    })
    .onConflictDoNothing()
    .returning(LISTED)
  return saved ? toEvidence(saved) : null
}

interface Shelf {
  db: Database
  clock: Clock
  ids: Ids
}

const adding = ({ db, clock, ids }: Shelf): Pick<EvidenceStore, 'add'> => ({
  add: (viewer, caseId, given, decide) =>
    db.transaction(async (tx) => {
      const current = await lockedCase(tx, viewer, caseId)
      if (!current) return refuse('not-found')
      const [evidenceId, now] = [ids.next(), clock.now()]
      const { tasks } = await recordsOf(tx, current)
      const decision = decide({ case: current, tasks, evidenceId, now })
      if (decision.kind === 'refused') return decision
      const { governmentId } = current
      const row = { id: evidenceId, viewer, governmentId, caseId, at: now }
      const added = await insert(tx, row, given, decision.taskId)
      if (!added) return refuse('evidence-refused', 'Foto yang sama sudah dilampirkan.')
      const saved = await saveCustody({ tx, ids, viewer, now }, current, decision.change)
      return { kind: 'added', evidence: added, case: saved.case }
    }),
})

const withdrawing = ({ db, clock }: Shelf): Pick<EvidenceStore, 'withdraw'> => ({
  withdraw: (viewer, evidenceId, reason, allowed) =>
    db.transaction(async (tx) => {
      const [found] = await tx
        .select({ caseId: evidence.caseId })
        .from(evidence)
        .where(eq(evidence.id, evidenceId))
      const current = found ? await lockedCase(tx, viewer, found.caseId) : null
      if (!current) return refuse('not-found')
      const refusal = allowed(current)
      if (refusal) return refusal
      const at = clock.now()
      const [row] = await tx
        .update(evidence)
        .set({ withdrawnBy: viewer.userId, withdrawnAt: at, withdrawnReason: reason })
        .where(and(eq(evidence.id, evidenceId), isNull(evidence.withdrawnAt)))
        .returning(LISTED)
      if (!row) return refuse('illegal-move', 'Bukti ini sudah ditarik.')
      const event = { type: 'evidence-withdrawn' as const, data: { evidenceId, reason } }
      await applyChange(tx, viewer, current, { kind: 'changed', patch: {}, event }, at)
      return { kind: 'withdrawn', evidence: toEvidence(row) }
    }),
})

export const createEvidence = (db: Database, clock: Clock, ids: Ids): EvidenceStore => ({
  ...adding({ db, clock, ids }),
  ...withdrawing({ db, clock, ids }),

  list: async (viewer, caseId) => {
    const [seen] = await db
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.id, caseId), visibleTo(viewer)))
    if (!seen) return null
    const rows = await db
      .select(LISTED)
      .from(evidence)
      .where(eq(evidence.caseId, caseId))
      .orderBy(asc(evidence.id))
    return rows.map(toEvidence)
  },

  countClosing: async (viewer, caseId) => {
    const rows = await db
      .select({ id: evidence.id })
      .from(evidence)
      .innerJoin(cases, eq(cases.id, evidence.caseId))
      .where(
        and(
          eq(evidence.caseId, caseId),
          isNull(evidence.withdrawnAt),
          inArray(evidence.kind, [...CLOSING_KINDS]),
          visibleTo(viewer),
        ),
      )
    return rows.length
  },

  photo: async (viewer, evidenceId) => {
    const [row] = await db
      .select({ published: evidence.published })
      .from(evidence)
      .innerJoin(cases, eq(cases.id, evidence.caseId))
      .where(and(eq(evidence.id, evidenceId), isNull(evidence.withdrawnAt), visibleTo(viewer)))
    return row?.published ?? null
  },
})
