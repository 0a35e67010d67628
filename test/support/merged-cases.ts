/** Cases that grow, are answered, and are taken apart again: what tests of merging all need. */
import type { Case } from '../../src/core/case.ts'
import * as rules from '../../src/core/case-rules.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { asRead, type House, incoming, receive } from './seed.ts'

export const viewOf = async (house: Pick<House, 'cases'>, who: Viewer, id: string) => {
  const found = await house.cases.view(who, id)
  if (!found) throw new Error('the case is not visible')
  return found
}

export const currentOf = async (
  house: Pick<House, 'cases'>,
  who: Viewer,
  id: string,
): Promise<Case> => (await viewOf(house, who, id)).case

/** A qualified answer, after which nobody holds the case. */
export const answered = async (house: House, who: Viewer, { id }: Case): Promise<Case> => {
  const counts = { qualified: true, because: ['uji'] }
  const said = { text: 'Ditangani', url: null, final: false, answeredAt: new Date(), ...counts }
  const changed = await house.cases.change(who, id, null, (current) =>
    rules.answer(current, who, new Date(), said),
  )
  if (changed.kind !== 'changed') throw new Error('not answered')
  await house.cases.change(who, id, null, (current) => rules.release(current, who, new Date()))
  return currentOf(house, who, id)
}

/** Further posts of other writers; returns their ids. */
export const addPosts = async (house: House, into: Case, posts: number): Promise<string[]> => {
  const { governmentId } = into
  const writers = Array.from({ length: posts }, () => incoming())
  const postIds = await receive(house, writers, { governmentId })
  const lease = await house.readingWork.lease(postIds)
  await house.gathering.at(governmentId, { token: lease.token, postIds }, async (desk) => {
    for (const post of lease.posts)
      await desk.join(asRead(post), into, { because: ['uji'] }, new Date())
  })
  return postIds
}

/** Takes back the last merge or split of the case. */
export const undoLast = async (
  house: Pick<House, 'cases' | 'merging'>,
  who: Viewer,
  { id }: Pick<Case, 'id'>,
  type: 'merged' | 'split',
) => {
  const { case: current, events } = await viewOf(house, who, id)
  const event = events.findLast((each) => each.type === type)
  const seen = { caseId: id, version: current.version }
  return house.merging.undo(who, seen, event?.id ?? '0', () => true)
}
