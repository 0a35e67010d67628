/** What somebody is told beside the history of a case. */
export const NOTICE_KINDS = ['mention', 'claim-taken', 'woken', 'unapproved-answer'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export const NOTICE_LABELS: Record<NoticeKind, string> = {
  mention: 'Menyebut Anda dalam catatan',
  'claim-taken': 'Mengambil alih kasus dari Anda',
  woken: 'Kasus yang Anda tunda kembali',
  'unapproved-answer': 'Mencatat tanggapan P1/P2 yang terbit tanpa persetujuan',
}

export interface Notice {
  userId: string
  kind: NoticeKind
}
