/**
 * The life cycle of a case as one table. Ids are English, labels are the terms of the desk
 * (SP4N-LAPOR! concepts). Anything that the table does not hold is refused.
 */
export const CASE_STATES = [
  'new',
  'referred',
  'accepted',
  'in-progress',
  'waiting-reporter',
  'handed-over',
  'returned',
  'resolved',
  'closed',
  'reopened',
  'duplicate',
  'not-a-service',
] as const
export type CaseState = (typeof CASE_STATES)[number]

export const STATE_LABELS: Record<CaseState, string> = {
  new: 'Baru',
  referred: 'Diteruskan ke OPD',
  accepted: 'Diterima OPD',
  'in-progress': 'Ditindaklanjuti',
  'waiting-reporter': 'Menunggu pelapor',
  'handed-over': 'Dialihkan ke instansi luar',
  returned: 'Dikembalikan',
  resolved: 'Selesai',
  closed: 'Ditutup',
  reopened: 'Dibuka kembali',
  duplicate: 'Duplikat',
  'not-a-service': 'Bukan layanan',
}

export type CaseMove =
  | 'refer'
  | 'return'
  | 'accept'
  | 'work'
  | 'hand-over'
  | 'resolve'
  | 'close'
  | 'reopen'
  | 'dismiss'
  | 'merge'

type Row = Partial<Record<CaseMove, CaseState>>

const WAITING_FOR_OWNER: Row = {
  refer: 'referred',
  return: 'returned',
  accept: 'accepted',
  work: 'in-progress',
  'hand-over': 'handed-over',
  resolve: 'resolved',
  dismiss: 'not-a-service',
  merge: 'duplicate',
}

const IN_HAND: Row = { ...WAITING_FOR_OWNER, accept: 'accepted' }

const MOVES: Record<CaseState, Row> = {
  new: WAITING_FOR_OWNER,
  referred: WAITING_FOR_OWNER,
  returned: WAITING_FOR_OWNER,
  reopened: WAITING_FOR_OWNER,
  accepted: IN_HAND,
  'in-progress': { ...IN_HAND, accept: 'in-progress' },
  'waiting-reporter': { ...IN_HAND, accept: 'waiting-reporter' },
  'handed-over': { ...IN_HAND, accept: 'handed-over', work: 'handed-over' },
  resolved: { close: 'closed', reopen: 'reopened' },
  closed: { reopen: 'reopened' },
  'not-a-service': { reopen: 'reopened' },
  duplicate: { reopen: 'reopened' },
}

/** The state after a move, or null where the move is not allowed from here. */
export const next = (state: CaseState, move: CaseMove): CaseState | null =>
  MOVES[state][move] ?? null

const OPEN: ReadonlySet<CaseState> = new Set<CaseState>([
  'new',
  'referred',
  'accepted',
  'in-progress',
  'waiting-reporter',
  'handed-over',
  'returned',
  'reopened',
])

/** Open cases have exactly one owner: an agency, or the triage desk. */
export const isOpen = (state: CaseState): boolean => OPEN.has(state)
export const OPEN_STATES: readonly CaseState[] = CASE_STATES.filter(isOpen)
