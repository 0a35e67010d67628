import { refuse } from '../core/errors.ts'
import { linkKey } from '../core/link-key.ts'
import type { Viewer } from '../core/roles.ts'
import {
  recordTarget,
  retryTarget,
  skipTarget,
  type TargetDecision,
  type TargetDesk,
} from '../core/target-rules.ts'
import type { Ports } from '../ports/ports.ts'
import { mayWork } from './change-case.ts'

type ReplyPorts = Pick<Ports, 'answers'>

const change = (
  { answers }: ReplyPorts,
  viewer: Viewer,
  targetId: string,
  decide: (desk: TargetDesk) => TargetDecision,
) =>
  answers.changeTarget(viewer, targetId, (desk) =>
    mayWork(viewer, desk.case) ? decide(desk) : refuse('no-right'),
  )

/** The officer posted the variant by hand and brings the address of the reply. */
export const recordReply = (
  ports: ReplyPorts,
  viewer: Viewer,
  targetId: string,
  url: string | null,
) => {
  const reply = { url, externalId: url ? (linkKey(url)?.externalId ?? null) : null }
  return change(ports, viewer, targetId, (desk) => recordTarget(desk, reply))
}

export const skipReply = (ports: ReplyPorts, viewer: Viewer, targetId: string, reason: string) =>
  change(ports, viewer, targetId, (desk) => skipTarget(desk, reason))

/** Asked for twice, it is tried once. */
export const retryReply = (
  ports: ReplyPorts & Pick<Ports, 'clock'>,
  viewer: Viewer,
  targetId: string,
) => change(ports, viewer, targetId, (desk) => retryTarget(desk, ports.clock.now()))
