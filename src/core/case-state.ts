/**
 * The life cycle of a case as one table, shared by API, workers and console. Ids are English, labels
 * are the terms of the desk (SP4N-LAPOR! concepts). What the table does not hold is refused.
 */
import { type Refusal, refuse } from './errors.ts'

export const CASE_STATES = [
  'new',
  'verified',
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
  'archived',
] as const
export type CaseState = (typeof CASE_STATES)[number]

export const STATE_LABELS: Record<CaseState, string> = {
  new: 'Baru',
  verified: 'Terverifikasi',
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
  archived: 'Arsip',
}

/** What may happen to a case, and what it is called where it is refused. */
export const CASE_MOVES = {
  verify: 'diverifikasi',
  refer: 'diteruskan',
  return: 'dikembalikan',
  accept: 'diterima',
  work: 'dikerjakan',
  'ask-reporter': 'menunggu pelapor',
  'reporter-replies': 'dijawab pelapor',
  'hand-over': 'dialihkan ke instansi luar',
  'take-back': 'diambil kembali dari instansi luar',
  resolve: 'diselesaikan',
  close: 'ditutup',
  reopen: 'dibuka kembali',
  dismiss: 'dinyatakan bukan layanan',
  merge: 'digabungkan',
  archive: 'diarsipkan',
} as const
export type CaseMove = keyof typeof CASE_MOVES

type Row = Partial<Record<CaseMove, CaseState>>

const WAITING_FOR_OWNER: Row = {
  verify: 'verified',
  refer: 'referred',
  return: 'returned',
  accept: 'accepted',
  work: 'in-progress',
  'ask-reporter': 'waiting-reporter',
  'hand-over': 'handed-over',
  resolve: 'resolved',
  dismiss: 'not-a-service',
  merge: 'duplicate',
}

/** What an agency holds is not verified again. */
const { verify: _verified, ...IN_HAND } = WAITING_FOR_OWNER

const MOVES: Record<CaseState, Row> = {
  new: WAITING_FOR_OWNER,
  verified: WAITING_FOR_OWNER,
  referred: WAITING_FOR_OWNER,
  returned: WAITING_FOR_OWNER,
  reopened: WAITING_FOR_OWNER,
  accepted: IN_HAND,
  'in-progress': { ...IN_HAND, accept: 'in-progress' },
  'waiting-reporter': {
    ...IN_HAND,
    accept: 'waiting-reporter',
    'reporter-replies': 'in-progress',
    // the reporter did not answer within the window (PermenPANRB 62/2018; domain: 10 working days)
    close: 'closed',
  },
  'handed-over': {
    ...IN_HAND,
    accept: 'handed-over',
    work: 'handed-over',
    'take-back': 'in-progress',
  },
  resolved: { close: 'closed', reopen: 'reopened' },
  closed: { reopen: 'reopened', archive: 'archived' },
  'not-a-service': { reopen: 'reopened', archive: 'archived' },
  duplicate: { reopen: 'reopened' },
  archived: { reopen: 'reopened' },
}

export type Next = { kind: 'moved'; state: CaseState } | Refusal

/** The state after a move, or why it is refused from here. */
export const next = (state: CaseState, move: CaseMove): Next => {
  const after = MOVES[state][move]
  return after ? { kind: 'moved', state: after } : refuse('illegal-move', whyNot(state, move))
}

const whyNot = (state: CaseState, move: CaseMove): string =>
  `Kasus berstatus “${STATE_LABELS[state]}” tidak dapat ${CASE_MOVES[move]}.`

const ENDED: ReadonlySet<CaseState> = new Set<CaseState>([
  'resolved',
  'closed',
  'duplicate',
  'not-a-service',
  'archived',
])

/** Open cases have exactly one owner: an agency, or the triage desk. */
export const isOpen = (state: CaseState): boolean => !ENDED.has(state)
export const OPEN_STATES: readonly CaseState[] = CASE_STATES.filter(isOpen)
