import { existsSync, readFileSync, statSync } from 'node:fs'
import type { Logger } from 'pino'
import { runProgram, type ServiceUser } from './run-program.ts'
import { StartFault } from './start-fault.ts'

/**
 * Postgres refuses to run as root, so root lends it another user: whoever owns the data already,
 * else one that is there, else a new system user. Nobody is needed when we are not root.
 */
export async function findServiceUser(
  dataFolder: string,
  say: (line: string) => void,
  log: Logger,
): Promise<ServiceUser | undefined> {
  if (process.getuid?.() !== 0) return
  const users = knownUsers()
  const owner = existsSync(dataFolder) ? statSync(dataFolder).uid : 0
  const user =
    users.find(({ uid }) => uid === owner && uid !== 0) ??
    ['tanggap', 'postgres', 'nobody']
      .map((name) => users.find((u) => u.name === name))
      .find(Boolean)
  return user ?? addUser(say, log)
}

function knownUsers(): ServiceUser[] {
  if (!existsSync('/etc/passwd')) return []
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0)
}

async function addUser(say: (line: string) => void, log: Logger): Promise<ServiceUser> {
  say('Menambah pengguna sistem "tanggap": Postgres tidak boleh berjalan sebagai root.')
  const added = await runProgram('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell=/usr/sbin/nologin',
    'tanggap',
  ])
  log.info({ output: added.output }, 'added the system user tanggap')
  const user = knownUsers().find(({ name }) => name === 'tanggap')
  if (user) return user
  throw new StartFault(
    'Pengguna sistem untuk Postgres tidak dapat dibuat: jalankan Tanggap sebagai pengguna biasa, bukan root.',
  )
}
