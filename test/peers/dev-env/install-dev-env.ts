import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { say } from '../../support/run-log.ts'

const PACKAGE = '@atproto/dev-env'
/** The last that runs on Node 20. */
const VERSION = '0.3.215'

/**
 * The folder of the package. Its 474 packages are no business of the product's: they are kept in
 * a cache of their own, installed by whoever first needs them.
 */
export async function installDevEnv(checkout: string): Promise<string> {
  const cache = join(checkout, 'node_modules', '.cache', 'atproto-dev-env')
  const folder = join(cache, 'node_modules', PACKAGE)
  const done = join(cache, `installed-${VERSION}-node-${process.versions.modules}`)
  if (existsSync(done)) return folder
  say(`The test needs ${PACKAGE}@${VERSION}: installing it into ${cache} (about two minutes).`)
  mkdirSync(cache, { recursive: true })
  writeFileSync(join(cache, 'package.json'), '{"private":true}\n')
  // rejects with what npm said; in its own folder, or it would add to our package.json
  await promisify(execFile)(
    'npm',
    ['install', '--no-audit', '--no-fund', '--save-exact', `${PACKAGE}@${VERSION}`],
    { cwd: cache, maxBuffer: 64 * 1024 * 1024 },
  )
  writeFileSync(done, '')
  return folder
}
