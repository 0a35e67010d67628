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
import { runProgram, type ServiceUser } from './run-program.ts'
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
  const remembered = rememberedHome(dataDir)
  if (remembered) return remembered
  if (!user || (await canReach(dataDir, user))) return dataDir
  if (existsSync(join(dataDir, 'postgres', 'data'))) throw new StartFault(shutOut(dataDir, user))
  const folder = join(makeSystemFolder(), randomBytes(4).toString('hex'))
  mkdirSync(folder)
  chmodSync(folder, 0o711)
  writeFileSync(join(folder, 'belongs-to'), dataDir)
  writeFileSync(join(dataDir, 'system-folder'), folder)
  return folder
}

/** Starting empty elsewhere would look as if all cases were lost. */
const shutOut = (dataDir: string, { name }: ServiceUser) =>
  `Data di ${dataDir} tidak lagi dapat dicapai pengguna "${name}": buka jalannya dengan chmod o+x pada folder itu dan folder di atasnya.`

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
 * The folder of the system's that is in use already. It is remembered by name in the installation
 * and not made from its path: a checkout that was deleted and cloned again starts empty, a moved
 * one keeps its data, a copied one gets its own.
 */
export function rememberedHome(dataDir: string): string | undefined {
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
