/** What somebody is told beside the history of a case. */
export const NOTICE_KINDS = ['mention', 'claim-taken', 'woken'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export const NOTICE_LABELS: Record<NoticeKind, string> = {
  mention: 'Menyebut Anda dalam catatan',
  'claim-taken': 'Mengambil alih kasus dari Anda',
  woken: 'Kasus yang Anda tunda kembali',
}

export interface Notice {
  userId: string
  kind: NoticeKind
}
