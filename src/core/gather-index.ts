/** Finds the few earlier cases that a post must be compared with, among very many. */
import { gatherKeys } from './gather-keys.ts'
import type { Gatherable, Group } from './gatherable.ts'
import { GROUPS_COMPARED, MEMBERS_COMPARED } from './gathering-points.ts'

export interface GatherIndex {
  /** Those that share most keys first, at most `GROUPS_COMPARED`, each with its newest posts. */
  groups(post: Gatherable): Group<string>[]
  remember(post: Gatherable, id: string): void
}

/** A viral case has thousands; a key that everybody has tells nothing. */
const PER_KEY = 60

export function createGatherIndex(): GatherIndex {
  const byKey = new Map<string, string[]>()
  const members = new Map<string, Gatherable[]>()
  return {
    groups: (post) => {
      const shared = new Map<string, number>()
      for (const key of gatherKeys(post))
        for (const id of byKey.get(key) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1)
      const found = [...shared].sort((a, b) => b[1] - a[1]).slice(0, GROUPS_COMPARED)
      return found.map(([id]) => ({ id, members: members.get(id) ?? [] }))
    },
    remember: (post, id) => {
      members.set(id, [post, ...(members.get(id) ?? [])].slice(0, MEMBERS_COMPARED))
      for (const key of gatherKeys(post)) {
        const ids = byKey.get(key) ?? []
        if (ids.includes(id)) continue
        byKey.set(key, [...ids, id].slice(-PER_KEY))
      }
    },
  }
}
