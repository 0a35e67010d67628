import type { AuditEntry } from '../../core/audit.ts'
import type { AuditLine } from '../schemas/audit.ts'
import { iso } from './moments.ts'

export const auditLine = (entry: AuditEntry): AuditLine => {
  const { id, at, actor, via, act, subject, before, after, requestId } = entry
  return { id, at: iso(at), actor, via, act, subject, before, after, requestId }
}
