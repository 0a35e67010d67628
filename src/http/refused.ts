import type { Case } from '../core/case.ts'
import { type ErrorCode, type Refusal, refuse } from '../core/errors.ts'

/** A refusal on its way out of a route: the error handler turns it into problem JSON. */
export class Refused extends Error {
  readonly refusal: Refusal & { current?: Case }
  /** Where HTTP knows a better number than the catalogue. */
  readonly status: number | undefined

  constructor(refusal: Refusal & { current?: Case }, status?: number) {
    super(refusal.code)
    this.refusal = refusal
    this.status = status
  }
}

export const refused = (code: ErrorCode, detail?: string, status?: number): Refused =>
  new Refused(refuse(code, detail), status)

/** What an action granted; a "no" leaves the route here. */
export const granted = <T extends object>(result: T): Exclude<T, Refusal> => {
  if ('kind' in result && result.kind === 'refused') throw new Refused(result as Refusal & T)
  return result as Exclude<T, Refusal>
}

/** A thing, or the 404 that foreign and missing things share. */
export const found = <T>(thing: T | null | undefined): T => {
  if (thing === null || thing === undefined) throw refused('not-found')
  return thing
}
