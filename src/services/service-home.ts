import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { runProgram } from './run-program.ts'
import type { ServiceUser } from './service-user.ts'
import { StartFault } from './start-fault.ts'

const SYSTEM_FOLDER = '/var/lib/tanggap'

/** Makes the installation's folder, or says in one sentence why it cannot be used. */
export function makeDataFolder(dataDir: string): void {
  // Root lends Postgres another user, who must be able to pass through (but not to list).
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  try {
    mkdirSync(dataDir, { recursive: true, mode })
    const probe = join(dataDir, '.writable')
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code
    throw new StartFault(
      `Folder data ${dataDir} tidak dapat ditulis (${why}): jalankan sebagai pemiliknya atau isi TANGGAP_DATA dengan folder lain.`,
    )
  }
}

/**
 * Where the services keep their files: in the installation's own folder, or, when the lent user
 * cannot reach that (a checkout that only its owner can read), in a folder of the system's.
 */
export async function findServiceHome(dataDir: string, user?: ServiceUser): Promise<string> {
  if (!user || (await canReach(dataDir, user))) return dataDir
  const remembered = systemFolderOf(dataDir)
  if (remembered) return remembered
  const folder = join(makeSystemFolder(), randomBytes(4).toString('hex'))
  mkdirSync(folder)
  chmodSync(folder, 0o711)
  writeFileSync(join(folder, 'belongs-to'), dataDir)
  writeFileSync(join(dataDir, 'system-folder'), folder)
  return folder
}

/** chmod, because root's umask may be 077. */
export function makeSystemFolder(): string {
  mkdirSync(SYSTEM_FOLDER, { recursive: true })
  chmodSync(SYSTEM_FOLDER, 0o755)
  return SYSTEM_FOLDER
}

export async function canReach(path: string, user: ServiceUser): Promise<boolean> {
  return (await runProgram('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], user)).ok
}

/**
 * The folder is remembered by name in the installation and not made from its path: a deleted and
 * cloned again checkout starts empty, a moved one keeps its data, a copied one gets its own.
 */
function systemFolderOf(dataDir: string): string | undefined {
  const note = join(dataDir, 'system-folder')
  const folder = existsSync(note) ? readFileSync(note, 'utf8').trim() : ''
  if (dirname(folder) !== SYSTEM_FOLDER || !existsSync(join(folder, 'belongs-to'))) return
  const owner = readFileSync(join(folder, 'belongs-to'), 'utf8').trim()
  if (owner !== dataDir && existsSync(join(owner, 'system-folder'))) return
  writeFileSync(join(folder, 'belongs-to'), dataDir)
  return folder
}

/** A folder that only the service itself may read. */
export function makePrivateFolder(folder: string, user?: ServiceUser): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
}
