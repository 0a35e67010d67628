import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../settings.ts'
import { passwordIn } from './secret-file.ts'

/** The key that seals the credentials of sources and channels: given, or made once and kept. */
export function secretKeyOf({ secretKey, dataDir }: Settings): string {
  if (secretKey) return secretKey
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return passwordIn(join(dataDir, 'secret.key'))
}
