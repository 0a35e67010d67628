import { createHash, randomBytes, randomInt } from 'node:crypto'
import { v7 } from 'uuid'
import type { Ids } from '../ports/ids.ts'

/** No 0/O, 1/I/L: codes are read out over the phone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 7

export const systemIds: Ids = {
  next: () => v7(),
  code: (prefix) =>
    `${prefix}-${Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`,
  secret: () => randomBytes(32).toString('base64url'),
}

/** Tokens are kept as hashes only: a stolen table opens no door. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
