import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import { isOpen, next } from '../core/case-state.ts'
import { step } from '../core/custody-change.ts'
import { applyChange } from './apply-change.ts'
import { toCase } from './case-rows.ts'
import type { CustodyDesk } from './custody-desk.ts'
import { lockGathering } from './lock-gathering.ts'
import { insertCase } from './open-case.ts'
import { runClocks } from './run-clocks.ts'
import { cases } from './schema/cases.ts'
import { caseLinks, offers } from './schema/custody.ts'
import { posts } from './schema/posts.ts'
import { writeEvents } from './write-event.ts'

export interface OpenedThere {
  governmentId: string
  agencyId: string | null
}

/**
 * The case of the government that took it: the one that holds the same post already, else a new one
 * with copies of the posts as its own rows. The citizen's time goes along, notes stay behind.
 */
export const openThere = async (desk: CustodyDesk, sent: Case, to: OpenedThere): Promise<Case> => {
  await lockGathering(desk.tx, to.governmentId)
  const known = await caseThere(desk, sent, to.governmentId)
  const there = known ? await takenUp(desk, known, sent) : await openedNew(desk, sent, to)
  await desk.tx
    .insert(caseLinks)
    .values({
      caseId: sent.id,
      governmentId: sent.governmentId,
      linkedId: there.id,
      linkedGovernmentId: to.governmentId,
      linkedAt: desk.now,
    })
    .onConflictDoNothing()
  return there
}

/** The case that one of these posts lies in over there, by the platform's own ids. */
const caseThere = async ({ tx }: CustodyDesk, sent: Case, governmentId: string) => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive root as (
      select c.id, c.merged_into, 0 as depth from posts mine
        join posts theirs on theirs.platform = mine.platform
          and theirs.external_id = mine.external_id and theirs.government_id = ${governmentId}
        join cases c on c.id = theirs.case_id
      where mine.case_id = ${sent.id}
      union all
      select c.id, c.merged_into, root.depth + 1 from root join cases c on c.id = root.merged_into
      where root.depth < 20
    )
    select id from root where merged_into is null order by id limit 1`)
  const [found] = rows
  if (!found) return null
  const [row] = await tx.select().from(cases).where(eq(cases.id, found.id)).for('no key update')
  return row ? toCase(row) : null
}

/**
 * What was ended there is asked for once more; what was on its way to somebody else stays there. Had
 * they given it to the government that now gives it back, that taught something wrong.
 */
const takenUp = async ({ tx, viewer, now }: CustodyDesk, known: Case, sent: Case) => {
  await tx
    .update(offers)
    .set({ state: 'withdrawn', answeredAt: now })
    .where(and(eq(offers.caseId, known.id), inArray(offers.state, ['open', 'undecided'])))
  const again = next(known.state, 'reopen')
  const patch = again.kind === 'moved' ? { state: again.state, endedAt: null, claim: null } : {}
  const type = again.kind === 'moved' ? 'reopened' : 'offer-accepted'
  const data = { otherCode: sent.code, reason: `Diterima dari ${sent.code}.` }
  const withdraws = { act: 'transfer' as const, owner: `government:${sent.governmentId}` }
  return applyChange(tx, viewer, known, { ...step(type, data, patch), withdraws }, now)
}

const openedNew = async (desk: CustodyDesk, sent: Case, to: OpenedThere): Promise<Case> => {
  const { tx, ids, viewer, now } = desk
  const state = to.agencyId ? ('referred' as const) : ('new' as const)
  const opened = await insertCase(tx, ids, to.governmentId, {
    ...carried(sent),
    state,
    isOpen: isOpen(state),
    agencyId: to.agencyId,
    openedAt: now,
    because: [`diterima dari pemerintah daerah lain: ${sent.code}`],
    placeKey: sql`(select place_key from cases where id = ${sent.id})` as never,
  })
  await copyPosts(desk, sent, opened)
  const { governmentId, id: caseId, agencyId: toAgencyId, because } = opened
  const event = { type: 'opened' as const, at: now, data: { otherCode: sent.code, because } }
  await writeEvents(tx, [{ governmentId, caseId, actor: viewer, toAgencyId, ...event }])
  return runClocks(tx, null, opened, event)
}

/** What the problem is, and since when the citizen waits. */
const carried = (sent: Case) => {
  const { kind, category, urgency, confidential, place, title } = sent
  const { firstPostAt, lastPostAt, postCount, authorCount, sample, history } = sent
  const what = { kind, category, urgency, confidential, place, title }
  return { ...what, firstPostAt, lastPostAt, postCount, authorCount, sample, history }
}

/** A post belongs to the government that listens: each has its own row with the platform's own id. */
const copyPosts = async ({ tx, ids }: CustodyDesk, sent: Case, opened: Case): Promise<void> => {
  const mine = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.caseId, sent.id), isNotNull(posts.externalId)))
    .orderBy(posts.id)
  const pairs = JSON.stringify(mine.map(({ id }) => ({ id, copy: ids.next() })))
  await tx.execute(sql`
    insert into posts (id, government_id, platform, external_id, url, author_id, author_handle,
      text, context, engagement, language, posted_at, received_at, sample, history, stage, reading,
      gatherable, outcome, because, case_id, shared_from)
    select pair.copy, ${opened.governmentId}, p.platform, p.external_id, p.url, p.author_id,
      p.author_handle, p.text, p.context - 'attachmentId' - 'judged', p.engagement, p.language, p.posted_at,
      p.received_at, p.sample, p.history, 'read', p.reading, p.gatherable, 'case', p.because,
      ${opened.id}, p.shared_from
    from posts p join jsonb_to_recordset(${pairs}::jsonb) as pair(id uuid, copy uuid) on pair.id = p.id
    on conflict (government_id, platform, external_id) do update
      set case_id = excluded.case_id, outcome = 'case', stage = 'read', because = excluded.because,
        reading = coalesce(posts.reading, excluded.reading),
        gatherable = coalesce(posts.gatherable, excluded.gatherable),
        lease_token = null, lease_until = null
      where posts.case_id is null`)
  await tx.execute(sql`
    insert into case_bands (government_id, band, case_id)
    select ${opened.governmentId}, band, ${opened.id} from case_bands where case_id = ${sent.id}
    on conflict do nothing`)
  await tx.execute(sql`
    insert into case_authors (case_id, government_id, author_key)
    select ${opened.id}, ${opened.governmentId}, author_key from case_authors
    where case_id = ${sent.id} on conflict do nothing`)
}
