/** Finds the few earlier posts that a post must be compared with, among very many. */
import type { Gatherable } from './gatherable.ts'
import { placeKey } from './place-key.ts'

export interface Candidate {
  member: Gatherable
  id: string
}

export interface GatherIndex {
  /** Latest first, at most `MOST`. */
  candidates(post: Gatherable): Candidate[]
  remember(post: Gatherable, id: string): void
}

/** Candidates of one post; a viral case has thousands, and its latest posts speak for it. */
const MOST = 60
const PER_KEY = 40

export function createGatherIndex(): GatherIndex {
  const byKey = new Map<string, Candidate[]>()
  return {
    candidates: (post) => {
      const found = new Set<Candidate>()
      for (const key of keysOf(post)) {
        for (const candidate of byKey.get(key) ?? []) found.add(candidate)
      }
      return [...found].reverse().slice(0, MOST)
    },
    remember: (member, id) => {
      const candidate = { member, id }
      for (const key of keysOf(member)) {
        const list = byKey.get(key)
        if (!list) byKey.set(key, [candidate])
        else {
          list.push(candidate)
          if (list.length > PER_KEY) list.shift()
        }
      }
    },
  }
}

/** Bands of the fingerprint, the same topic at the same place, the same topic in the same thread. */
function keysOf(post: Gatherable): string[] {
  const keys = [...post.fingerprint.bands]
  if (post.place) keys.push(`tempat|${post.category}|${placeKey(post.place)}`)
  if (post.thread) keys.push(`utas|${post.category}|${post.thread}`)
  return keys
}
