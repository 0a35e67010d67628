import type { Answer, AnswerTarget } from '../core/answer.ts'
import type { AnswerDecision, AnswerDesk } from '../core/answer-desk.ts'
import type { Refusal } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { TargetDecision, TargetDesk } from '../core/target-rules.ts'

/** What an answer is judged by, besides its own words. */
export interface AnswerGround {
  /** Names of the case's places, the finest first. */
  places: string[]
  /** What the same agency said of late. */
  recent: string[]
  /** People of the agency. */
  officers: string[]
}

export interface Answers {
  /** Null where the viewer may not see the case. */
  desk(viewer: Viewer, caseId: string): Promise<AnswerDesk | null>
  ground(viewer: Viewer, caseId: string, since: Date): Promise<AnswerGround | null>
  /** Which case an answer is of, if the viewer may see it. */
  caseOf(viewer: Viewer, answerId: string): Promise<string | null>
  /** Under a lock on the case: load, ask the rule, save, tell. */
  change(
    viewer: Viewer,
    caseId: string,
    decide: (desk: AnswerDesk) => AnswerDecision,
  ): Promise<{ kind: 'changed'; answer: Answer } | Refusal>
  /** One reply, under the same lock: what an officer posted, will not post, or has tried again. */
  changeTarget(
    viewer: Viewer,
    targetId: string,
    decide: (desk: TargetDesk) => TargetDecision,
  ): Promise<{ kind: 'changed'; target: AnswerTarget } | Refusal>
}
