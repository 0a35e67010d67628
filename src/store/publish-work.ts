import { and, asc, eq, inArray, isNull, lte, not, sql } from 'drizzle-orm'
import type { Clock } from '../ports/clock.ts'
import type { PublishResult } from '../ports/connector.ts'
import type { Ids } from '../ports/ids.ts'
import type { DueReply, PublishWork } from '../ports/publishing.ts'
import { deliver } from './answer-delivery.ts'
import { maySpeak } from './answer-desk.ts'
import type { TargetRow } from './answer-rows.ts'
import type { Database, Queryable } from './database.ts'
import { greetLateComers } from './late-comers.ts'
import { answers, answerTargets } from './schema/answers.ts'
import { cases } from './schema/cases.ts'
import { posts } from './schema/posts.ts'
import { sources } from './schema/sources.ts'
import type { SecretBox } from './secret-box.ts'
import { isSecret } from './visible-to.ts'
import { writeEvents } from './write-event.ts'

/** Tries over about half a day; a citizen who was not reached by then is an officer's to reach. */
const ATTEMPTS_AT_MOST = 8
const FIRST_WAIT_SECONDS = 15
const LONGEST_WAIT_SECONDS = 7200
/** A reply that was told and that nobody began is told again; one that was begun may take longer. */
const TOLD_SECONDS = 15
const LEASE_SECONDS = 120

const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000)

type Ended = Parameters<PublishWork['finish']>[1]

/** A superseded answer's replies are not sent any more. */
const ofPublished = (db: Database) =>
  inArray(
    answerTargets.answerId,
    db.select({ id: answers.id }).from(answers).where(eq(answers.state, 'published')),
  )

/** Holds that are over. An author who takes an answer back holds its row: one of us comes second. */
const endHolds = async (db: Database, now: Date): Promise<void> => {
  await db
    .update(answers)
    .set({ state: 'published' })
    .where(and(eq(answers.state, 'held'), lte(answers.holdUntil, now)))
  await db
    .update(answerTargets)
    .set({ state: 'queued' })
    .where(and(eq(answerTargets.state, 'held'), lte(answerTargets.nextAt, now), ofPublished(db)))
}

/** Became confidential after its answer was let go: nobody hears of it in public any more. */
const ofHidden = sql`exists (
  select from ${cases} where cases.id = answer_targets.case_id and ${isSecret})`

const HIDDEN = 'Kasus ini menjadi rahasia: sampaikan secara pribadi, lalu catat.'

const keepHidden = (db: Database) =>
  db
    .update(answerTargets)
    .set({ state: 'manual', because: [HIDDEN], nextAt: null })
    .where(
      and(
        inArray(answerTargets.state, ['held', 'queued']),
        isNull(answerTargets.leaseToken),
        ofHidden,
      ),
    )

const takeDue = async (db: Database, now: Date, limit: number): Promise<string[]> => {
  await keepHidden(db)
  await endHolds(db, now)
  const due = db
    .select({ id: answerTargets.id })
    .from(answerTargets)
    .where(and(eq(answerTargets.state, 'queued'), lte(answerTargets.nextAt, now), ofPublished(db)))
    .orderBy(asc(answerTargets.nextAt))
    .limit(limit)
    .for('update', { skipLocked: true })
  const rows = await db
    .update(answerTargets)
    // Whoever had it is late: what they say now does not count any more.
    .set({ nextAt: after(now, TOLD_SECONDS), leaseToken: null })
    .where(inArray(answerTargets.id, due))
    .returning({ id: answerTargets.id })
  return rows.map(({ id }) => id)
}

/** A case may have become confidential since its answer was released. */
const isPrivate = async (db: Database, { caseId }: TargetRow): Promise<boolean> => {
  const open = and(eq(cases.id, caseId), not(isSecret))
  return (await db.select({ id: cases.id }).from(cases).where(open)).length === 0
}

/** The account that heard the post, else another one of the government that may speak there. */
const accountFor = async (db: Database, box: SecretBox, target: TargetRow) => {
  if (await isPrivate(db, target)) return null
  const [post] = await db
    .select({ sourceId: posts.sourceId })
    .from(posts)
    .where(eq(posts.id, target.postId))
  const [source] = await db
    .select()
    .from(sources)
    .where(
      and(
        eq(sources.governmentId, target.governmentId),
        eq(sources.connector, target.platform),
        maySpeak,
      ),
    )
    .orderBy(sql`${sources.id} is distinct from ${post?.sourceId ?? null}::uuid`, asc(sources.name))
    .limit(1)
  if (!source) return null
  return { settings: source.settings, secrets: box.open(source.secrets, source.id) }
}

/** The post that was written, not the part of it that lies in this case. */
const repliedTo = async (db: Database, postId: string): Promise<string | null> => {
  const { rows } = await db.execute<{ id: string }>(sql`
    select coalesce(whole.external_id, post.external_id) as id
    from posts post left join posts whole on whole.id = post.part_of
    where post.id = ${postId}`)
  return rows[0]?.id ?? null
}

const begin = async (
  db: Database,
  now: Date,
  token: string,
  targetId: string,
): Promise<TargetRow | null> => {
  const [row] = await db
    .update(answerTargets)
    .set({
      leaseToken: token,
      nextAt: after(now, LEASE_SECONDS),
      attempts: sql`${answerTargets.attempts} + 1`,
    })
    .where(
      and(
        eq(answerTargets.id, targetId),
        eq(answerTargets.state, 'queued'),
        isNull(answerTargets.leaseToken),
        ofPublished(db),
      ),
    )
    .returning()
  return row ?? null
}

const waitAfter = (attempts: number): number =>
  Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** attempts)

/** "Not now" costs no attempt: the platform named the moment itself. */
const outcomeOf = (result: Ended, target: TargetRow, now: Date): Partial<TargetRow> => {
  if (result.kind === 'sent')
    return { state: 'sent', via: 'api', externalId: result.externalId, externalUrl: result.url }
  const because = [result.because]
  if (result.kind === 'skipped') return { state: 'skipped', because, nextAt: null }
  if (result.kind === 'manual') return { state: 'manual', because, nextAt: null }
  if (result.kind === 'wait')
    return { because, nextAt: result.until, attempts: target.attempts - 1 }
  const givesUp = !result.retry || target.attempts >= ATTEMPTS_AT_MOST
  return givesUp
    ? { state: 'failed', because, nextAt: null }
    : { because, nextAt: after(now, waitAfter(target.attempts)) }
}

const tellFailure = (tx: Queryable, target: TargetRow, at: Date) =>
  writeEvents(tx, [
    {
      governmentId: target.governmentId,
      caseId: target.caseId,
      type: 'answer-failed',
      actor: null,
      at,
      data: {
        answerId: target.answerId,
        postId: target.postId,
        platform: target.platform,
        reason: target.because.join(' '),
      },
    },
  ])

const finish = (
  db: Database,
  now: Date,
  { targetId, token }: Pick<DueReply, 'targetId' | 'token'>,
  result: Ended,
): Promise<void> =>
  db.transaction(async (tx) => {
    // The same order as everybody else: the case, then what belongs to it.
    await tx.execute(sql`select from cases where id =
      (select case_id from answer_targets where id = ${targetId}) for no key update`)
    const [target] = await tx
      .select()
      .from(answerTargets)
      .where(and(eq(answerTargets.id, targetId), eq(answerTargets.leaseToken, token)))
      .for('update')
    if (!target) return
    const [saved] = await tx
      .update(answerTargets)
      .set({ ...outcomeOf(result, target, now), leaseToken: null })
      .where(eq(answerTargets.id, targetId))
      .returning()
    if (saved?.state === 'sent') await deliver(tx, saved, now)
    if (saved?.state === 'failed') await tellFailure(tx, saved, now)
  })

/** The outbox of answers. Every moment is the clock's: holds and waits cross processes with it. */
export const createPublishWork = (
  db: Database,
  clock: Clock,
  ids: Ids,
  box: SecretBox,
): PublishWork => ({
  greetLateComers: (governmentIds) => greetLateComers(db, ids, clock.now(), governmentIds),

  takeDue: (limit) => takeDue(db, clock.now(), limit),

  begin: async (targetId) => {
    const token = ids.next()
    const target = await begin(db, clock.now(), token, targetId)
    if (!target) return null
    const [account, inReplyTo] = await Promise.all([
      accountFor(db, box, target),
      repliedTo(db, target.postId),
    ])
    const { id, platform, text, attempts: attempt } = target
    const reply = { id, inReplyTo: inReplyTo ?? '', text, attempt }
    return { targetId: id, token, platform, account, reply }
  },

  finish: (due, result: PublishResult | Ended) => finish(db, clock.now(), due, result),
})
