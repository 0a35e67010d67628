import type { Refusal } from '../core/errors.ts'
import type { NoticeKind } from '../core/notice.ts'
import type { Viewer } from '../core/roles.ts'

export interface Notification {
  id: string
  kind: NoticeKind
  caseId: string
  caseCode: string
  /** Null where the system acted. */
  by: string | null
  text: string | null
  at: Date
  readAt: Date | null
}

export interface Mentioned {
  userId: string
  username: string
  /** May see the case, and may still sign in. */
  sees: boolean
}

/** What the viewer was told; of a case that they may not see any more, nothing. */
export interface Notifications {
  list(
    viewer: Viewer,
    filter: { unread: boolean; cursor?: string | undefined; limit: number },
  ): Promise<{ items: Notification[]; next: string | null; unread: number } | Refusal>
  /** Marks them as read; null: all. Says how many are left. */
  read(viewer: Viewer, ids: string[] | null): Promise<number>
  /** Those of the names that are people of the viewer's government; the others are only words. */
  mentioned(viewer: Viewer, caseId: string, usernames: string[]): Promise<Mentioned[]>
}
