/** Cases as they may stand on a working morning, made from the invented posts. */
import type { Case } from '../../../src/core/case.ts'
import type { CaseEvent } from '../../../src/core/case-event.ts'
import type { CasePost } from '../../../src/ports/cases.ts'
import { COMPLAINTS, type Complaint } from './complaints.ts'
import { uuid } from './ids.ts'

export interface Stocked {
  case: Case
  posts: (CasePost & { attachmentId: null })[]
  events: CaseEvent[]
}

const MINUTE = 60_000
/** Minutes until the answer is due, in the order of the list; negative is late. */
const DUE = [-130, 12, 25, 50, 180, 400, 700, 1_500, 2_900, -20, 90, 35]

let serial = 0

export const stockCase = (complaint: Complaint, dueIn: number | null, now: Date): Stocked => {
  serial += 1
  const at = (minutes: number) => new Date(now.getTime() + minutes * MINUTE)
  const opened = at(dueIn === null ? -600 : Math.min(-15, dueIn - 400))
  const current = newCase(complaint, opened, dueIn === null ? null : at(dueIn), at(-9))
  const posts = Array.from({ length: Math.min(3, complaint.authors) }, (_, index) =>
    newPost(complaint, index, new Date(opened.getTime() + index * 7 * MINUTE)),
  )
  const because = current.because
  const events: CaseEvent[] = [
    { ...blankEvent(current, 'opened', opened), data: { because } },
    ...posts.slice(1).map((post) => ({
      ...blankEvent(current, 'post-joined', post.receivedAt),
      data: { postId: post.id, platform: complaint.platform },
    })),
  ]
  return { case: current, posts, events }
}

export const blankEvent = (
  { id, agencyId }: Case,
  type: CaseEvent['type'],
  at: Date,
): CaseEvent => ({
  id: uuid(),
  caseId: id,
  type,
  actor: null,
  at,
  fromAgencyId: agencyId,
  toAgencyId: agencyId,
  data: {},
})

const newCase = (from: Complaint, opened: Date, dueAt: Date | null, lastPostAt: Date): Case => ({
  id: uuid(),
  governmentId: 'pemprov-bengkulu',
  code: `BKL-7F${(serial * 37).toString(36).toUpperCase().padStart(4, '3')}`,
  state: from.agencyId ? 'referred' : 'new',
  kind: from.kind,
  category: from.category,
  urgency: from.urgency,
  confidential: from.confidential ?? false,
  agencyId: from.agencyId,
  proposedOwner: from.proposedOwner ?? null,
  place: from.place
    ? { name: from.place, level: 'district', code: '17.71.01', ambiguous: false }
    : null,
  title: from.text.slice(0, 140),
  because: [
    `Kata “${from.text.split(' ').slice(2, 5).join(' ')}” mengarah ke kategori ini.`,
    from.place
      ? `“${from.place}” berada di Provinsi Bengkulu.`
      : 'Tempat tidak disebut; akun yang ditandai milik Pemerintah Provinsi Bengkulu.',
    'Status jalan menurut daftar ruas: provinsi.',
  ],
  openedAt: opened,
  firstPostAt: opened,
  lastPostAt,
  dueAt,
  dueProvisional: false,
  answeredAt: null,
  owesAnswer: true,
  followedUpAt: null,
  escalatedAt: null,
  endedAt: null,
  claim: null,
  snooze: null,
  woken: null,
  postCount: from.authors + 1,
  authorCount: from.authors,
  mergedInto: null,
  recurrences: 0,
  sample: serial % 5 === 0,
  history: serial % 11 === 0,
  version: 1,
})

const newPost = (from: Complaint, index: number, receivedAt: Date): Stocked['posts'][number] => ({
  id: uuid(),
  platform: from.platform,
  url:
    from.platform === 'whatsapp'
      ? null
      : `https://www.tiktok.com/@warga_contoh/video/7${serial}${index}`,
  authorHandle: index === 0 ? '@warga_contoh' : `@pelapor_${index}`,
  text: index === 0 ? from.text : `Betul min, saya juga mengalami. ${from.text.slice(0, 70)}`,
  context:
    index === 1
      ? { parentText: 'Selamat pagi warga Bengkulu, tetap semangat!', account: '@pemprov_contoh' }
      : null,
  postedAt: receivedAt,
  receivedAt,
  reading: {
    kind: from.kind,
    category: from.category,
    alternatives: [from.category, 'jalan.drainase'],
    confidence: 0.83,
    routed: from.agencyId !== null,
    urgency: from.urgency,
    place: null,
    authority: 'province',
    function: 'pupr',
    agency: from.agencyId,
    confidential: from.confidential ?? false,
    because: [],
  },
  sample: false,
  history: false,
  attachmentId: null,
  sharedFrom: null,
  deletedAt: null,
  part: null,
})

/** Enough for two pages, the first twelve as they are written. */
export const firstStock = (now: Date): Stocked[] => {
  const many = Array.from({ length: 6 }, () => COMPLAINTS).flat()
  return many.map((complaint, index) =>
    stockCase(complaint, (DUE[index % DUE.length] ?? 60) + Math.floor(index / 12) * 600, now),
  )
}
