/** What was said in public before the second person saw it is a fact, and told to that person. */
import { type AnswerDesk, needsApproval } from './answer-desk.ts'
import type { Case } from './case.ts'
import type { CaseDecision } from './case-change.ts'
import { hasRight, type Viewer } from './roles.ts'

type Person = Pick<Viewer, 'userId' | 'agencyId' | 'roles'>

/** The recorded answer as it was decided, marked where its words needed an approval and had none. */
export const marked = (
  decision: CaseDecision,
  desk: AnswerDesk,
  text: string,
  approvers: string[],
): CaseDecision => {
  if (decision.kind === 'refused' || !decision.event || !needsApproval(desk)) return decision
  if (desk.answers.some((one) => one.decidedBy && one.state !== 'rejected' && one.text === text))
    return decision
  const { event } = decision
  return {
    ...decision,
    event: { ...event, data: { ...event.data, unapproved: true } },
    notices: approvers.map((userId) => ({ userId, kind: 'unapproved-answer' })),
  }
}

/** Those of the owner who may approve; where it has nobody but the author, the coordinators. */
export const approversOf = (
  people: Person[],
  author: Person,
  { agencyId }: Pick<Case, 'agencyId'>,
): string[] => {
  const others = people.filter(
    ({ userId, roles }) => userId !== author.userId && hasRight(roles, 'case:approve'),
  )
  const own = others.filter((one) => agencyId !== null && one.agencyId === agencyId)
  const chosen = own.length > 0 ? own : others.filter(({ roles }) => hasRight(roles, 'case:triage'))
  return chosen.map(({ userId }) => userId)
}
