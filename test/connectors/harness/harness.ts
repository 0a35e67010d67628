import type { FakePlatform } from '../fakes/fake-platform.ts'

export interface FakePost {
  id: string
  text: string
  at: Date
  author: string | null
  /** Id of the post that it quotes. */
  quotes?: string
}

/** What the contract needs of a connector's own platform. One file here per connector id. */
export interface Harness {
  /** null: the connector calls no network, so nothing of it can break. */
  platform: FakePlatform | null
  settings: Record<string, unknown>
  secrets: Record<string, string>
  /** Names of settings and secrets without which it cannot work. */
  needs: string[]
  /** The platform says which post another one quotes. */
  tellsOfQuotes: boolean
  /** A refused credential can be renewed by a person. */
  hasCredential: boolean
  publish(post: FakePost): void
  /** The external id that the post is to get. */
  externalId(id: string): string
  /** Only for platforms that answer page by page. */
  pages: {
    /** The next page is empty but names a following one. */
    insertEmptyPage(): void
    /** Every page names the same next page from now on. */
    repeatForEver(): void
  } | null
  /** The clock of the n-th poll. */
  now(poll: number): Date
  stop(): Promise<void>
}

export const NOW = new Date('2026-11-21T03:00:00Z')
/** Few posts make several pages. */
export const PAGE_SIZE = 5

export const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000)
