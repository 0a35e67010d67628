/** Posts of the corpus in the streams in which they are gathered, and what came out of it. */
import type { Gatherable } from '../../src/core/gatherable.ts'
import { createGatherer } from '../../src/core/gathering.ts'
import type { GatherSettings } from '../../src/core/gathering-points.ts'
import type { Labelled, Mode } from './gathering-lay.ts'

export interface LaidPost {
  post: Labelled
  /** Which fold of writers; its reader saw none of them. */
  fold: number
  as: Record<Mode, Gatherable>
}

/** One writer, one government, in the order of their time. */
export interface Stream {
  fold: number
  posts: LaidPost[]
}

export const groupOf = ({ post }: LaidPost): string => post.group ?? `alone ${post.id}`

export function streamsOf(laid: LaidPost[]): Stream[] {
  const byStream = new Map<string, LaidPost[]>()
  for (const each of laid) {
    const key = `${each.post.writer} ${each.post.government ?? ''}`
    byStream.set(key, [...(byStream.get(key) ?? []), each])
  }
  const timeOf = ({ post }: LaidPost) => (post.postedAt ? Date.parse(post.postedAt) : 0)
  return [...byStream.values()].map((posts) => ({
    fold: posts[0]?.fold ?? 0,
    posts: posts.sort((a, b) => timeOf(a) - timeOf(b)),
  }))
}

export interface Counts {
  joined: number
  wanted: number
  right: number
  negatives: number
  merged: number
}

export const nothing = (): Counts => ({ joined: 0, wanted: 0, right: 0, negatives: 0, merged: 0 })

/** Gathers a stream and adds what came out to the counts. */
export function gatherStream(stream: Stream, mode: Mode, by: GatherSettings, to: Counts): void {
  const gather = createGatherer(by)
  const cases = stream.posts.map((each) => ({ each, id: gather(each.as[mode]) }))
  cases.forEach((right, at) => {
    for (const left of cases.slice(0, at)) {
      const same = left.id === right.id
      const wanted = groupOf(left.each) === groupOf(right.each)
      to.joined += Number(same)
      to.wanted += Number(wanted)
      to.right += Number(same && wanted)
    }
  })
  for (const { each, id } of cases) {
    const original = cases.find((other) => other.each.post.id === each.post.negativeOf)
    if (!original) continue
    const group = groupOf(original.each)
    to.negatives++
    to.merged += Number(
      cases.some(
        (other) => other.each !== each && other.id === id && groupOf(other.each) === group,
      ),
    )
  }
}

export const precisionOf = ({ right, joined }: Counts) => (joined > 0 ? right / joined : 1)
export const recallOf = ({ right, wanted }: Counts) => (wanted > 0 ? right / wanted : 0)
export const mergedOf = ({ merged, negatives }: Counts) => (negatives > 0 ? merged / negatives : 0)
