import type { CaseEventType } from './case-event.ts'
import { type Refusal, refuse } from './errors.ts'

/** By what door somebody came: the console, a one-time link, the terminal; or the machine itself. */
export const AUDIT_VIAS = ['console', 'link', 'terminal', 'system'] as const
export type AuditVia = (typeof AUDIT_VIAS)[number]

/** Who is at work, and by what door; one request or one command is one of it. */
export interface Acting {
  /** Null where the system acts, or a link that names nobody. */
  actor: { userId: string | null; name: string } | null
  via: AuditVia
  requestId: string | null
}

/** One line of the account as it is written: what was done to what, and what it was before and after. */
export interface AuditAct {
  /** Null: the installation as a whole. */
  governmentId: string | null
  at: Date
  /** Noun and past participle: "case.answered", "post.read". */
  act: string
  /** Noun and id: "case:019…", "user:019…". */
  subject: string
  /** Only what changed; never a secret, and of a post's words only their hash. */
  before?: Record<string, unknown> | null
  after?: Record<string, unknown> | null
  /** Where the deed knows better than the door who did it. */
  actor?: Acting['actor']
}

/** One line of the account as it is read. */
export interface AuditEntry extends Acting {
  id: string
  governmentId: string | null
  at: Date
  act: string
  subject: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** What stands for the subject of a line that tells of a case which the reader may not see. */
export const HIDDEN_SUBJECT = 'rahasia'

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

/** The end of the chain, to be kept outside: without it a cut tail is not seen. */
export interface AuditHead {
  seal: number
  hash: string
}

export interface AuditVerdict {
  entries: number
  seals: number
  /** Not sealed yet: younger than the last run of the sealer. */
  open: number
  head: AuditHead | null
  faults: AuditFault[]
}

/** As it is written down: "12:9f86d0…". */
export const headText = ({ seal, hash }: AuditHead): string => `${seal}:${hash}`

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

/** An address often carries its key: of what looks like one only the host is kept. */
export const withoutKeys = (settings: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, hostOnly(value)]))

const ADDRESS = /^([a-z][a-z0-9+.-]*:\/\/)(?:[^/@]*@)?([^/?#]+).*$/i

const hostOnly = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(ADDRESS, '$1$2/…') : value

/** A period that ends before it begins holds nothing: said, rather than answered with nothing. */
export const whyNoPeriod = ({ from, to }: { from: Date; to: Date }): Refusal | null =>
  from > to
    ? refuse('invalid-input', 'Awal masa terletak sesudah akhirnya. Tukar kedua waktunya.')
    : null
