import { claim } from '../core/case-rules.ts'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { QueueName } from '../ports/cases.ts'
import type { Ports } from '../ports/ports.ts'
import type { NextCase } from '../ports/queue-work.ts'

/** Queues that wait to be worked off; from the others a person picks. */
const HANDED_OUT: readonly QueueName[] = ['agency', 'triage', 'unanswered', 'late']

/** The most urgent case of a queue that is free, already claimed for whoever asks. */
export const nextCase = (
  { queueWork, clock }: Pick<Ports, 'queueWork' | 'clock'>,
  viewer: Viewer,
  queue: QueueName,
): Promise<NextCase> =>
  HANDED_OUT.includes(queue)
    ? queueWork.next(viewer, queue, (current) => claim(current, viewer, clock.now()))
    : Promise.resolve(refuse('invalid-input', 'Antrean ini tidak dibagikan satu per satu.'))
