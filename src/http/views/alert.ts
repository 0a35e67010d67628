import type { Alert } from '../../ports/alerts.ts'
import type { AlertShape } from '../schemas/alert.ts'
import { iso } from './moments.ts'

export const alertShape = ({ acknowledged, raisedAt, ...it }: Alert): AlertShape => ({
  id: it.id,
  caseId: it.caseId,
  caseCode: it.caseCode,
  kind: it.kind,
  level: it.level,
  agencyId: it.agencyId,
  title: it.title,
  because: it.because,
  raisedAt: iso(raisedAt),
  acknowledged: acknowledged && {
    by: acknowledged.by,
    at: iso(acknowledged.at),
    via: acknowledged.via,
  },
  sample: it.sample,
})
