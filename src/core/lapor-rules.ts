/** What the states of SP4N-LAPOR! mean for our case. */
import type { Case } from './case.ts'
import { type CaseMove, next } from './case-state.ts'
import type { CustodyStep } from './custody-change.ts'
import { type LaporMove, type Meaning, meaningOf } from './lapor-move.ts'

const inOrder = (moves: readonly LaporMove[]): LaporMove[] =>
  [...moves].sort((one, other) => one.at.getTime() - other.at.getTime())

/** Each move becomes an event of its own moment; where our table allows it, the case moves along. */
export const laporSteps = (current: Case, moves: readonly LaporMove[]): CustodyStep[] => {
  let standing = current
  return inOrder(moves).map((move) => {
    const patch = patchOf(standing, move)
    standing = { ...standing, ...patch }
    const { status, trackingId, answer, agency } = move
    const data = {
      reference: trackingId,
      status,
      statusAt: move.at.toISOString(),
      ...(answer ? { text: answer } : {}),
      ...(agency ? { target: agency } : {}),
    }
    return { kind: 'changed', patch, event: { type: 'lapor-moved', data }, at: move.at }
  })
}

const MOVE_FOR: Partial<Record<Meaning, CaseMove>> = {
  verified: 'verify',
  worked: 'work',
  done: 'resolve',
}

/** An answer over there is an answer to the citizen; without one nothing is done (AC-000-4). */
const patchOf = (current: Case, { status, at, answer }: LaporMove): Partial<Case> => {
  const meaning = meaningOf(status)
  const answered = answer && (meaning === 'worked' || meaning === 'done')
  const said = answered ? { answeredAt: current.answeredAt ?? at } : {}
  const move = meaning ? MOVE_FOR[meaning] : undefined
  if (!move) return said
  if (meaning === 'done') return { ...said, ...resolved(current, at, answer) }
  const after = next(current.state, move)
  return after.kind === 'moved' ? { ...said, state: after.state } : said
}

const resolved = (current: Case, at: Date, answer: string | null): Partial<Case> => {
  const done = { followedUpAt: current.followedUpAt ?? (answer ? at : null) }
  const mayEnd = (current.answeredAt || answer) && done.followedUpAt
  const after = next(current.state, 'resolve')
  if (!mayEnd || after.kind === 'refused') return done.followedUpAt ? done : {}
  return { ...done, state: after.state, claim: null, endedAt: at }
}
