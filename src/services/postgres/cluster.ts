import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../free-port.ts'
import { isGone } from '../process-mark.ts'
import { runProgram, type ServiceUser } from '../run-program.ts'
import { passwordIn } from '../secret-file.ts'
import { StartFault } from '../start-fault.ts'
import { runningPostmaster } from './adopt-cluster.ts'
import type { Binaries } from './binaries.ts'

/** Settings on top of ours, for tests that may lose their data. */
export type Tuning = { fsync?: 'off'; [setting: string]: string | undefined }

/** A Postgres of our own: one folder of data and the programs that run it. */
export type Cluster = {
  binaries: Binaries
  data: string
  passwordFile: string
  user?: ServiceUser | undefined
  tuning: Tuning
}

const ROLE = 'tanggap'

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // Nobody needs the socket, and the path of a deep checkout is too long for one.
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  jit: 'off',
}

export const clusterUrl = (cluster: Cluster, port: number, database = ROLE) =>
  `postgres://${ROLE}:${passwordIn(cluster.passwordFile, cluster.user)}@127.0.0.1:${port}/${database}`

/** Makes the data folder unless it is there. */
export async function createCluster(cluster: Cluster): Promise<void> {
  const { binaries, data, user, passwordFile } = cluster
  const major = majorOf(data)
  if (major !== undefined) return checkMajor(cluster, major)
  passwordIn(passwordFile, user)
  // Under another name first: an initdb that was killed half-way is never taken for a cluster.
  const half = `${data}.new`
  rmSync(half, { recursive: true, force: true })
  const made = await runProgram(
    join(binaries.bin, 'initdb'),
    [
      ...['-D', half, '-U', ROLE, '--encoding=UTF8', '--no-locale'],
      ...['--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      ...(cluster.tuning.fsync === 'off' ? ['--no-sync'] : []),
    ],
    user,
  )
  if (!made.ok)
    throw new StartFault(
      `Folder Postgres baru tidak dapat dibuat di ${data}: ${lastLine(made.output)}`,
    )
  renameSync(half, data)
}

/** Starts it detached and waits until it answers; its number and port are in postmaster.pid. */
export async function startCluster(cluster: Cluster, log: string, port?: number): Promise<void> {
  keepLogSmall(log)
  // Children of a postmaster that was killed need a moment to notice; a free port can be lost.
  for (let attempt = 1; ; attempt++) {
    const started = await pgCtlStart(cluster, log, port ?? (await freePort()))
    if (started.ok) return
    if (attempt === 3) throw new StartFault(whyNotStarted(log, started.output))
    await sleep(1_000)
  }
}

function pgCtlStart({ binaries, data, user, tuning }: Cluster, log: string, port: number) {
  const settings = { ...SETTINGS, port: String(port), ...tuning }
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`)
  return runProgram(
    join(binaries.bin, 'pg_ctl'),
    ['start', '-D', data, '-w', '-t', '300', '-s', '-l', log, '-o', options.join(' ')],
    user,
  )
}

function whyNotStarted(log: string, output: string): string {
  const reason = lastLine(readLog(log)) || lastLine(output)
  return `Postgres bawaan tidak mau menyala: ${reason} (catatan lengkapnya di ${log}).`
}

/** pg_ctl waits for the pid file to go; the process itself needs a moment longer on a busy machine. */
export async function stopCluster({ binaries, data, user }: Cluster): Promise<void> {
  const running = runningPostmaster(data)
  const pgCtl = join(binaries.bin, 'pg_ctl')
  await runProgram(pgCtl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60', '-s'], user)
  if (running) await isGone(running.pid, 10_000)
}

/** Which Postgres made this folder; undefined when there is none yet. */
export function majorOf(data: string): number | undefined {
  const file = join(data, 'PG_VERSION')
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined
}

function checkMajor({ data, binaries }: Cluster, major: number): void {
  if (major === binaries.major) return
  throw new StartFault(
    `Data di ${data} dibuat oleh Postgres ${major}, sedangkan yang terpasang Postgres ${binaries.major}: pasang Postgres ${major}, atau pindahkan datanya dengan "tanggap move" memakai versi yang lama.`,
  )
}

function keepLogSmall(log: string): void {
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.old`)
}

const readLog = (log: string) => (existsSync(log) ? readFileSync(log, 'utf8') : '')
const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''
