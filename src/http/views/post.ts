import type { Platform } from '../../core/post.ts'
import type { LedgerRow } from '../../ports/posts.ts'
import type { LedgerEntry } from '../schemas/post.ts'
import { iso, isoOrNull } from './moments.ts'

export const ledgerEntry = (it: LedgerRow): LedgerEntry => ({
  id: it.id,
  platform: it.platform as Platform,
  text: it.text,
  postedAt: isoOrNull(it.postedAt),
  receivedAt: iso(it.receivedAt),
  stage: it.stage,
  outcome: it.outcome,
  because: it.because,
  caseId: it.caseId,
  sample: it.sample,
  isPart: it.isPart,
  isRaw: it.isRaw,
  alternatives: it.alternatives,
})
