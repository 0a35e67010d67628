import { isCountedOnly } from './case-category.ts'
import type { Outcome } from './post.ts'
import type { Reading } from './reading.ts'

/** Where a post that was read goes: into a case of somebody, or to a stated end. */
export type Destination =
  | { kind: 'case'; agencyId: string | null; proposedOwner: string | null }
  | { kind: 'ended'; outcome: Exclude<Outcome, 'case'>; because: string[] }

export const destinationOf = (reading: Reading, ownAgencies: ReadonlySet<string>): Destination => {
  const { agency, because } = reading
  if (agency === 'out-of-area') return { kind: 'ended', outcome: 'out-of-area', because }
  if (agency === null) {
    const outcome = isCountedOnly(reading.category) ? 'counted-only' : 'not-a-service'
    return { kind: 'ended', outcome, because }
  }
  if (ownAgencies.has(agency)) return { kind: 'case', agencyId: agency, proposedOwner: null }
  // Bodies outside and other governments are handed to by a person, from the triage desk.
  return { kind: 'case', agencyId: null, proposedOwner: agency === 'triage' ? null : agency }
}

const TITLE_LENGTH = 160

/** A case is listed by the words of its first citizen. */
export const titleOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= TITLE_LENGTH) return line
  const cut = line.slice(0, TITLE_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE_LENGTH - 30))}…`.toWellFormed()
}
