import { AsyncLocalStorage } from 'node:async_hooks'
import type { Acting } from '../core/audit.ts'

const SYSTEM: Acting = { actor: null, via: 'system', requestId: null }

const atWork = new AsyncLocalStorage<Acting>()

/** Whatever `work` writes into the account is said to be done by them. Decision 017 says why so. */
export const actAs = <T>(who: Acting, work: () => T): T => atWork.run(who, work)

/** Where nobody said who is at work, it is the machine. */
export const acting = (): Acting => atWork.getStore() ?? SYSTEM
