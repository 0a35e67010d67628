/** What posts would become if a rule were not heard. */
import type { Reading } from './reading.ts'

export interface RulePreview {
  read: number
  changed: number
  /** The commonest first. */
  changes: RuleChange[]
  /** What must not get lost: emergencies, and what nobody else may see. */
  lostEmergencies: number
  lostConfidential: number
}

export interface RuleChange {
  from: Landing
  to: Landing
  n: number
}

export type Landing = Pick<Reading, 'category' | 'agency'>

export interface TwoReadings {
  before: Reading
  after: Reading
}

export const createPreview = () => {
  const changes = new Map<string, RuleChange>()
  const sums = { read: 0, changed: 0, lostEmergencies: 0, lostConfidential: 0 }
  return {
    add: ({ before, after }: TwoReadings): void => {
      sums.read += 1
      if (before.urgency === 'P1' && after.urgency !== 'P1') sums.lostEmergencies += 1
      if (before.confidential && !after.confidential) sums.lostConfidential += 1
      const [from, to] = [landingOf(before), landingOf(after)]
      const key = JSON.stringify([from, to])
      if (JSON.stringify(from) === JSON.stringify(to)) return
      sums.changed += 1
      const known = changes.get(key) ?? { from, to, n: 0 }
      changes.set(key, { ...known, n: known.n + 1 })
    },
    told: (): RulePreview => ({
      ...sums,
      changes: [...changes.values()].sort((a, b) => b.n - a.n),
    }),
  }
}

const landingOf = ({ category, agency }: Reading): Landing => ({ category, agency })
