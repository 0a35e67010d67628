/** The fake's answers in the shapes of the wire. */
import type { Case } from '../../../src/core/case.ts'
import { CASE_EVENT_TYPES, EVENT_LABELS } from '../../../src/core/case-event.ts'
import { CASE_STATES, isOpen, STATE_LABELS } from '../../../src/core/case-state.ts'
import { RISK_FORMULA, riskOf } from '../../../src/core/risk.ts'
import { hasRight, RIGHTS_OF } from '../../../src/core/roles.ts'
import { visibilityOf } from '../../../src/core/visibility.ts'
import { CATEGORIES } from './complaints.ts'
import { AGENCIES, GOVERNMENT, type Person } from './people.ts'
import type { Stocked } from './stock.ts'

export const maySee = (person: Person, { agencyId, confidential }: Case): boolean => {
  const { cases, triageDesk } = visibilityOf(person)
  if (cases === 'none') return false
  if (agencyId === null) return triageDesk
  if (agencyId === person.agencyId) return true
  return cases === 'all' && !confidential
}

export const inQueue = (queue: string, person: Person, now: Date) => (current: Case) => {
  const open = isOpen(current.state)
  if (queue === 'agency') return open && current.agencyId === person.agencyId
  if (queue === 'triage') return open && current.agencyId === null
  if (queue === 'late' || queue === 'unanswered')
    return open && current.dueAt !== null && current.dueAt <= now
  return queue === 'ended' ? !open : true
}

export const queuesOf = (person: Person): [string, string][] => {
  if (!hasRight(person.roles, 'case:read')) return []
  return [
    ...(person.agencyId ? [['agency', 'Antrean OPD saya'] as [string, string]] : []),
    ...(hasRight(person.roles, 'case:triage')
      ? [['triage', 'Meja pilah'] as [string, string]]
      : []),
    ['unanswered', 'Belum dijawab'],
    ...(hasRight(person.roles, 'escalation:read')
      ? [['late', 'Lewat tenggat'] as [string, string]]
      : []),
    ['all', 'Semua'],
    ['ended', 'Selesai'],
  ]
}

export const rowOf = ({ governmentId: _, claim, ...row }: Case, person: Person) => ({
  ...row,
  claim: claim && { name: claim.name, until: claim.until, mine: claim.userId === person.userId },
  risk: riskOf(row),
})

export const viewOf = ({ case: current, posts, events }: Stocked, person: Person) => ({
  case: rowOf(current, person),
  posts: posts.map(({ context, ...post }) => ({
    ...post,
    parentText: context?.parentText ?? null,
    account: context?.account ?? null,
  })),
  events,
  suggestions: [],
  unanswered: 0,
  present: [],
  clocks: [],
  detectionLagSeconds: null,
})

export const meOf = (person: Person) => ({
  user: {
    id: person.userId,
    name: person.name,
    username: person.username,
    roles: person.roles,
    agencyId: person.agencyId,
    governmentId: person.governmentId,
  },
  government: GOVERNMENT,
  agency: AGENCIES.find(({ id }) => id === person.agencyId) ?? null,
  rights: [...new Set(person.roles.flatMap((role) => RIGHTS_OF[role]))],
})

const labelled = (labels: Record<string, string>, ids: readonly string[]) =>
  ids.map((id) => ({ id, label: labels[id] ?? id }))

export const REFERENCE = {
  agencies: AGENCIES,
  external: [
    { code: 'pln', name: 'PLN' },
    { code: 'bpjn', name: 'Balai Pelaksanaan Jalan Nasional' },
  ],
  categories: CATEGORIES,
  kinds: [],
  urgencies: [],
  states: labelled(STATE_LABELS, CASE_STATES),
  openStates: CASE_STATES.filter(isOpen),
  platforms: [],
  events: labelled(EVENT_LABELS, CASE_EVENT_TYPES),
  followUps: [],
  outcomes: [],
  roles: [],
  riskFormula: RISK_FORMULA,
}
