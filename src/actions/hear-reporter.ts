import type { Viewer } from '../core/roles.ts'
import type { Ports } from '../ports/ports.ts'
import type { Reporters, Verdict } from '../ports/reporters.ts'
import { mayWork } from './change-case.ts'

/** A link for whoever reported it, to go out with the answer: rate it, or say that it is not solved. */
export const inviteReporter = (
  { reporters }: Pick<Ports, 'reporters'>,
  viewer: Viewer,
  caseId: string,
): ReturnType<Reporters['makeLink']> =>
  reporters.makeLink(viewer, caseId, (current) => mayWork(viewer, current))

/** By the link alone: no name, no sign-in, once. */
export const hearReporter = (
  { reporters }: Pick<Ports, 'reporters'>,
  token: string,
  verdict: Verdict,
): ReturnType<Reporters['say']> => reporters.say(token, verdict)
