import { type Refusal, refuse } from '../core/errors.ts'
import { localDay } from '../core/office-day.ts'
import type { Viewer } from '../core/roles.ts'
import type { SilentCase, SilentDay } from '../ports/ledger.ts'
import type { Ports } from '../ports/ports.ts'

export interface AgencySilence {
  agencyId: string | null
  cases: number
  posts: number
  authors: number
  since: Date
}

export interface SilenceList extends SilentDay {
  kind: 'listed'
  agencies: AgencySilence[]
}

/** What is left without a word, agency by agency, the longest silence first. */
export const listSilence = async (
  { clock, configurations, ledger }: Pick<Ports, 'clock' | 'configurations' | 'ledger'>,
  viewer: Viewer,
  day: string | null,
): Promise<SilenceList | Refusal> => {
  const government = await configurations.government(viewer.governmentId)
  const today = localDay(clock.now(), government?.timezone ?? 'Asia/Jakarta')
  const found = await ledger.silent(viewer, day, today)
  if (!found) return refuse('not-found', 'Daftar untuk hari itu tidak disimpan.')
  return { kind: 'listed', ...found, agencies: byAgency(found.cases) }
}

const byAgency = (cases: SilentCase[]): AgencySilence[] => {
  const agencies = new Map<string | null, AgencySilence>()
  for (const { agencyId, posts, authors, since } of cases) {
    const known = agencies.get(agencyId) ?? { agencyId, cases: 0, posts: 0, authors: 0, since }
    agencies.set(agencyId, {
      agencyId,
      cases: known.cases + 1,
      posts: known.posts + posts,
      authors: known.authors + authors,
      // the longest silence comes first
      since: known.since,
    })
  }
  return [...agencies.values()].sort((a, b) => a.since.getTime() - b.since.getTime())
}
