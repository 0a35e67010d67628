import type { AuditAct } from '../core/audit.ts'
import type { Viewer } from '../core/roles.ts'
import type { CaseView } from '../ports/cases.ts'
import type { Ports } from '../ports/ports.ts'

/** Somebody read what citizens wrote, in full (UU 27/2022 art. 31: a record of processing). */
export const readAct = (
  { governmentId, userId, name }: Viewer,
  subject: string,
  at: Date,
  after: Record<string, unknown>,
): AuditAct => ({
  governmentId,
  at,
  act: 'post.read',
  subject,
  actor: { userId, name },
  after,
})

/** Opens a case with the words of its citizens: whoever does is written down. */
export const viewCase = async (
  { audit, cases, clock }: Pick<Ports, 'audit' | 'cases' | 'clock'>,
  viewer: Viewer,
  caseId: string,
): Promise<CaseView | null> => {
  const view = await cases.view(viewer, caseId)
  if (!view) return null
  const { confidential } = view.case
  const after = { confidential, posts: view.posts.length }
  await audit.write([readAct(viewer, `case:${caseId}`, clock.now(), after)])
  return view
}
