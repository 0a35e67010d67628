import type { Case } from '../core/case.ts'
import { type Refusal, sentenceOf, statusOf } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { Problem } from './schemas/problem.ts'
import { caseFull } from './views/case.ts'

/** RFC 9457. No request id and no address: foreign and missing must be the same bytes. */
export const problemOf = (
  refusal: Refusal & { current?: Case },
  viewer: Viewer | null,
  status = statusOf(refusal.code),
  field = '',
): Problem => ({
  type: `urn:tanggap:galat:${refusal.code}`,
  title: sentenceOf(refusal.code),
  status,
  code: refusal.code,
  ...(refusal.detail && { detail: refusal.detail }),
  ...(field && { field: field.slice(0, 200) }),
  ...(refusal.current && viewer && { current: caseFull(refusal.current, viewer) }),
})

/** What nobody foresaw: the log knows more, the answer does not. */
export const INTERNAL: Problem = {
  type: 'urn:tanggap:galat:internal',
  title: 'Terjadi kesalahan di server. Coba lagi; bila berulang, hubungi admin.',
  status: 500,
  code: 'internal',
}
