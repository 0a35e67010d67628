import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { ServiceUser } from './run-program.ts'

/** The password kept in this file; made at the first call. Readable by the service alone. */
export function passwordIn(file: string, user?: ServiceUser): string {
  if (!existsSync(file)) writePrivately(file, randomBytes(24).toString('hex'), user)
  return readFileSync(file, 'utf8').trim()
}

export function writePrivately(file: string, content: string, user?: ServiceUser): void {
  writeFileSync(file, content, { mode: 0o600 })
  if (user) chownSync(file, user.uid, user.gid)
}
