/** One case goes into another, which has its posts, its people and what it owed from then on. */
import { sql } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import { judgementOf } from '../core/correction.ts'
import { absorbed, merged, standingOf } from '../core/merge-rules.ts'
import type { Joined } from '../ports/merging.ts'
import { correct, type MergeDesk, saveSide, tellBoth } from './merge-desk.ts'
import { lendBands, movePosts, postsFrom } from './move-posts.ts'
import { owedFirst } from './owed-answer.ts'

export const joinPair = async (desk: MergeDesk, into: Case, from: Case): Promise<Joined> => {
  const before = {
    own: standingOf(into, into.version + 1),
    other: standingOf(from, from.version + 1),
  }
  await correct(desk, from, judgementOf(into), 'merge')
  const stay = await postsFrom(desk.tx, into, from)
  await movePosts(desk.tx, from, into)
  await lendBands(desk.tx, from, into)
  await desk.tx.execute(sql`delete from case_suggestions where declined_at is null
    and case_id = least(${into.id}::uuid, ${from.id}::uuid)
    and other_id = greatest(${into.id}::uuid, ${from.id}::uuid)`)
  const owed = await owedFirst(desk.tx, into, from, desk.now)
  const other = await saveSide(desk, from, absorbed(into, desk.now))
  const current = await saveSide(desk, into, merged(into, from))
  return tellBoth(
    desk,
    {
      was: into,
      is: current,
      type: 'merged',
      data: { before, ...(stay.length > 0 && { stay }) },
      clocks: { owed },
    },
    { was: from, is: other, type: 'merged-into' },
  )
}
