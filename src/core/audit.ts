import type { CaseEventType } from './case-event.ts'

/** One line of the account: who did what to what, and what it was before and after. */
export type AuditVia = 'console' | 'link' | 'terminal' | 'system'

export interface AuditEntry {
  /** Null: the installation as a whole. */
  governmentId: string | null
  at: Date
  /** Null where the system acted. */
  actor: { userId: string | null; name: string } | null
  via: AuditVia
  /** Noun and past participle: "case.answered", "post.read". */
  act: string
  /** Noun and id: "case:019…", "user:019…". */
  subject: string
  /** Only what changed; never a secret, and of a post's words only their hash. */
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  requestId: string | null
}

/** What was found wrong with the account; nothing where it is whole. */
export type AuditFault =
  | { kind: 'changed'; seal: number; entryIds: string[] }
  | { kind: 'missing'; seal: number; entryIds: string[] }
  | { kind: 'broken-chain'; seal: number }
  | { kind: 'missing-seal'; seal: number }
  /** The end of the chain that was kept outside is not in it any more. */
  | { kind: 'cut'; head: string }
  /** Written later with an earlier date, or pushed in behind the seals. */
  | { kind: 'stray'; entryIds: string[] }

export interface AuditVerdict {
  entries: number
  seals: number
  /** Not sealed yet: younger than the last run of the sealer. */
  open: number
  /** The end of the chain, to be kept outside: without it a cut tail is not seen. */
  head: { seal: number; hash: string } | null
  faults: AuditFault[]
}

/** What the machine does with every post; the post's own row and the case's history tell of it. */
const ROUTINE: ReadonlySet<CaseEventType> = new Set<CaseEventType>(['opened', 'post-joined'])

/** What a person did is always accounted for, and what the system did of its own accord. */
export const isAudited = (type: CaseEventType, actor: unknown): boolean =>
  actor !== null || !ROUTINE.has(type)

/** The fields that a patch changes, as they were and as they are; moments as text. */
export const changesOf = <Thing extends object>(
  thing: Thing,
  patch: Partial<Thing>,
): { before: Record<string, unknown>; after: Record<string, unknown> } => {
  const names = (Object.keys(patch) as (keyof Thing & string)[]).filter(
    (name) => JSON.stringify(thing[name]) !== JSON.stringify(patch[name]),
  )
  const pick = (from: Partial<Thing>) =>
    Object.fromEntries(names.map((name) => [name, from[name] ?? null]))
  return { before: pick(thing), after: pick(patch) }
}
