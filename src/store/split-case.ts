/** Chosen posts leave a case and become one of their own. */
import type { Case } from '../core/case.ts'
import { judgementOf } from '../core/correction.ts'
import { refuse } from '../core/errors.ts'
import { leftBehind, standingOf, takenOut } from '../core/merge-rules.ts'
import type { Ids } from '../ports/ids.ts'
import type { Joined } from '../ports/merging.ts'
import { correct, type MergeDesk, saveSide, tellBoth } from './merge-desk.ts'
import { movePosts, sideOf } from './move-posts.ts'
import { openSplit } from './open-split.ts'
import { owedBy } from './owed-answer.ts'

export const splitOff = async (
  desk: MergeDesk,
  ids: Ids,
  source: Case,
  postIds: string[],
): Promise<Joined> => {
  const side = await sideOf(desk.tx, source.id, postIds)
  const some = side.posts > 0 && side.posts < source.postCount
  if (!some || side.posts !== postIds.length) return { ...refuse('posts-needed'), current: source }
  const owed = await owedBy(desk.tx, source)
  const opened = await openSplit(desk.tx, ids, source, {
    ...{ postIds, now: desk.now, patch: takenOut(side) },
  })
  await correct(desk, source, judgementOf(opened), 'split', postIds)
  await movePosts(desk.tx, source, opened, postIds)
  const before = { own: standingOf(source, source.version + 1), other: null }
  const left = leftBehind(source, await sideOf(desk.tx, source.id))
  const other = await saveSide(desk, opened, {})
  const current = await saveSide(desk, source, left)
  const clocks = { owed, waitsSince: side.waitsSince ?? source.openedAt }
  return tellBoth(
    desk,
    { was: source, is: current, type: 'split', data: { before } },
    { was: null, is: other, type: 'split-from', clocks },
  )
}
