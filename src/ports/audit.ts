import type { AuditEntry, AuditVerdict } from '../core/audit.ts'

/** The account: written where no event of a case tells, sealed in blocks, checked on demand. */
export interface Audit {
  write(entries: AuditEntry[]): Promise<void>
  /** Chains what is surely over; says how many entries were sealed. */
  seal(now: Date): Promise<number>
  /** `head`: the end of the chain as it was kept outside, "number:hash". */
  verify(head: string | null): Promise<AuditVerdict>
}
