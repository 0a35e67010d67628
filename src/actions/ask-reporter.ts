import type { Kind } from '../core/reading.ts'
import { askReporter, reporterReplied, verify } from '../core/reporter-rules.ts'
import type { Viewer } from '../core/roles.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

/** The public question, in whose shadow alone the citizen's clock may stand still. */
export const askCaseReporter = (
  ports: CasePorts,
  viewer: Viewer,
  seen: SeenCase,
  asked: { question: string; url: string | null },
): Promise<CaseChanged> =>
  changeCase(ports, viewer, seen, (current, now) => askReporter(current, viewer, now, asked))

/** The reply came by telephone, or in a post that gathering did not know for one. */
export const recordReporterReply = (
  ports: CasePorts,
  viewer: Viewer,
  seen: SeenCase,
  text: string,
): Promise<CaseChanged> =>
  changeCase(ports, viewer, seen, (current) => reporterReplied(current, text))

/** The desk confirms what was read: category, kind and place as it saw them. */
export const verifyCase = (
  ports: CasePorts,
  viewer: Viewer,
  seen: SeenCase,
  read: { category: string; kind: Kind; place: string | null },
): Promise<CaseChanged> =>
  changeCase(ports, viewer, seen, (current, now) => verify(current, viewer, now, read))
