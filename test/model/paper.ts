/** The rows of a house on paper, and how a decided change becomes rows (store/apply-change.ts). */
import type { Case } from '../../src/core/case.ts'
import type { CaseChange } from '../../src/core/case-change.ts'
import type { CaseEvent } from '../../src/core/case-event.ts'
import type { HandOver } from '../../src/core/hand-over.ts'
import type { Offer } from '../../src/core/offer.ts'
import type { Viewer } from '../../src/core/roles.ts'
import type { Task } from '../../src/core/task.ts'
import { aCase } from '../http/fake-ports.ts'
import type { Book } from './paper-book.ts'
import { PEOPLE } from './people.ts'

export interface PaperPost {
  id: string
  caseId: string
  cameFrom: string[]
  at: Date
  found: Date
  answeredAt: Date | null
}

/** As the row has it: what its clock says is added when it is read. */
export type PaperOffer = Omit<Offer, 'dueAt' | 'given'> & { leg: number }

export interface Paper {
  now: Date
  cases: Case[]
  events: CaseEvent[]
  posts: PaperPost[]
  offers: PaperOffer[]
  handOvers: HandOver[]
  tasks: Task[]
  book: Book
}

export const viewerOf = (user: string): Viewer => ({
  userId: user,
  name: user,
  governmentId: aCase().governmentId,
  agencyId: PEOPLE[user]?.agencyId ?? null,
  roles: PEOPLE[user]?.roles ?? [],
})

// ------------------------------------------------------------------ rows

export const caseBy = ({ cases }: Paper, id: string): Case =>
  cases.find((each) => each.id === id) as Case

export const put = (paper: Paper, it: Case): Case => {
  const at = paper.cases.findIndex(({ id }) => id === it.id)
  paper.cases[at < 0 ? paper.cases.length : at] = Object.freeze(it)
  return it
}

export const tell = (
  paper: Paper,
  viewer: Viewer | null,
  { was, is }: { was: Case | null; is: Case },
  { type, data }: Pick<CaseEvent, 'type' | 'data'>,
): CaseEvent => {
  const event: CaseEvent = {
    ...{ id: String(paper.events.length + 1), caseId: is.id, type, at: paper.now },
    actor: viewer && { userId: viewer.userId, name: viewer.name },
    ...{ fromAgencyId: was?.agencyId ?? null, toAgencyId: is.agencyId },
    data: JSON.parse(JSON.stringify(data)),
  }
  paper.events.push(event)
  settleOffers(paper, event)
  return event
}

const ENDS = ['resolved', 'closed', 'dismissed', 'merged-into']
const MOVES = ['transferred', 'returned']

/** As store/settle-custody.ts: no offer outlives what it was about. */
const settleOffers = (paper: Paper, { caseId, type, at, ...moved }: CaseEvent): void => {
  const leaves = type === 'recategorised' && moved.fromAgencyId !== moved.toAgencyId
  const gone = MOVES.includes(type) || leaves
  if (!ENDS.includes(type) && !gone) return
  paper.offers = paper.offers.map((each) => {
    if (each.caseId !== caseId || !['open', 'undecided'].includes(each.state)) return each
    const decided = each.state === 'undecided' && type === 'transferred'
    const state = decided ? ('decided' as const) : ('withdrawn' as const)
    return { ...each, state, answeredAt: each.answeredAt ?? at }
  })
}

/** As store/apply-change.ts. */
export const applied = (
  paper: Paper,
  viewer: Viewer | null,
  current: Case,
  { patch, event }: CaseChange,
): Case => {
  const saved = put(paper, { ...current, ...patch, version: current.version + (event ? 1 : 0) })
  if (!event) return saved
  const answers = event.type === 'answered' && event.data.qualified !== false
  if (answers)
    for (const post of paper.posts) if (post.caseId === saved.id) post.answeredAt ??= paper.now
  const { id } = tell(paper, viewer, { was: current, is: saved }, event)
  const { undoes, was } = event.data
  const context = undoes ? { undoes } : was ? { cause: id } : {}
  paper.book.run(current, saved, { ...event, at: paper.now }, context)
  return saved
}
