import { type Static, type TSchema, Type } from 'typebox'

/**
 * Every queue in one table: what a job carries and how it is tried. Jobs carry ids only; the truth
 * about what is to be done lies in Postgres, and a dispatcher makes a lost job anew.
 */
export interface QueueRow<Payload extends TSchema = TSchema> {
  payload: Payload
  /** Tries by the queue; the attempts that count are counted in Postgres. */
  attempts: number
  backoffMs: number
  /** Jobs at once in one process. */
  concurrency: number
  /** A worker that died is noticed after about twice the stalled interval. */
  lockMs: number
  stalledMs: number
  /** Failed jobs kept for a look. */
  keepFailed: number
}

const Id = Type.String({ format: 'uuid' })
const usual = { attempts: 1, backoffMs: 1000, lockMs: 10_000, stalledMs: 5000, keepFailed: 100 }

export const QUEUES = {
  'read-posts': {
    ...usual,
    payload: Type.Object({ postIds: Type.Array(Id, { minItems: 1, maxItems: 500 }) }),
    concurrency: 2,
  },
  // A post that killed its reader is read alone, so that it can only hurt itself.
  'read-suspects': {
    ...usual,
    payload: Type.Object({ postIds: Type.Array(Id, { minItems: 1, maxItems: 1 }) }),
    concurrency: 1,
  },
  'poll-source': { ...usual, payload: Type.Object({ sourceId: Id }), concurrency: 4 },
  'deliver-alert': { ...usual, payload: Type.Object({ deliveryId: Id }), concurrency: 4 },
  'publish-answer': { ...usual, payload: Type.Object({ targetId: Id }), concurrency: 2 },
  // A core for a while, and much memory: one at a time.
  'train-reader': {
    ...usual,
    payload: Type.Object({ governmentId: Type.String({ minLength: 1, maxLength: 80 }) }),
    concurrency: 1,
  },
} as const satisfies Record<string, QueueRow>

export type QueueName = keyof typeof QUEUES
export type Payload<Name extends QueueName> = Static<(typeof QUEUES)[Name]['payload']>
