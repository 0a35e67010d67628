import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { freePort } from '../free-port.ts'
import { isAlive, isGone, markOf, type ProcessMark, stillRuns } from '../process-mark.ts'
import type { ServiceUser } from '../run-program.ts'
import { surroundings } from '../run-program.ts'
import { passwordIn, writePrivately } from '../secret-file.ts'
import { makePrivateFolder } from '../service-home.ts'
import type { OwnServer } from '../services.ts'
import { askRedis } from './ask-redis.ts'
import type { RedisProgram } from './find-redis.ts'

export type OwnRedisWish = {
  home: string
  user?: ServiceUser | undefined
  program: RedisProgram
  /** Lines of redis.conf on top of ours. */
  tuning: string[]
  log: Logger
}

type Known = ProcessMark & { port: number }

/** Brings up the installation's own Redis: started, or adopted if it still runs. */
export async function bringUpOwnRedis(wish: OwnRedisWish): Promise<OwnServer> {
  makePrivateFolder(folderOf(wish), wish.user)
  const known = (await adopt(wish)) ?? (await start(wish, await freePort()))
  let { pid } = known
  return {
    ...known,
    url: urlOf(wish, known.port),
    described: `${wish.program.name} ${wish.program.version} bawaan, data di ${folderOf(wish)}`,
    revive: async () => {
      pid = (await start(wish, known.port)).pid
      return pid
    },
    stop: () => stop(wish, pid),
  }
}

const folderOf = ({ home }: OwnRedisWish) => join(home, 'redis')
const stateOf = (wish: OwnRedisWish) => join(folderOf(wish), 'running.json')
const passwordOf = (wish: OwnRedisWish) => passwordIn(join(folderOf(wish), 'password'), wish.user)
const urlOf = (wish: OwnRedisWish, port: number) => `redis://:${passwordOf(wish)}@127.0.0.1:${port}`

/** The one a killed program left over; ended if it no longer answers. */
async function adopt(wish: OwnRedisWish): Promise<Known | undefined> {
  const known = readState(stateOf(wish))
  if (!known || !stillRuns(known)) return
  if (await answers(wish, known.port, known.pid, 10_000)) {
    wish.log.warn({ server: known }, 'adopted the Redis left over by an earlier run')
    return known
  }
  process.kill(known.pid, 'SIGKILL')
  await isGone(known.pid, 5_000)
}

async function start(wish: OwnRedisWish, port: number): Promise<Known> {
  const config = join(folderOf(wish), 'redis.conf')
  writePrivately(config, configOf(wish, port), wish.user)
  const child = spawn(wish.program.file, [config], { ...surroundings(wish.user), stdio: 'ignore' })
  await Promise.race([once(child, 'spawn'), once(child, 'error')])
  child.unref()
  const pid = child.pid ?? 0
  if (!pid || !(await answers(wish, port, pid, 60_000)))
    throw new Error(`redis-server did not come up, see ${join(folderOf(wish), 'log')}`)
  const known = { ...markOf(pid), port }
  writePrivately(stateOf(wish), JSON.stringify(known))
  return known
}

async function stop(wish: OwnRedisWish, pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, 'SIGTERM')
  if (!(await isGone(pid, 10_000))) process.kill(pid, 'SIGKILL')
  rmSync(stateOf(wish), { force: true })
}

function configOf(wish: OwnRedisWish, port: number): string {
  const folder = folderOf(wish)
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${passwordOf(wish)}`,
    `dir "${folder}"`,
    `logfile "${join(folder, 'log')}"`,
    'loglevel warning',
    'daemonize no',
    'save ""',
    'appendonly yes',
    'appendfsync everysec',
    'maxmemory-policy noeviction',
    ...wish.tuning,
    '',
  ].join('\n')
}

/** True once it answers to our password; it may first have to read its file of commands. */
async function answers(wish: OwnRedisWish, port: number, pid: number, withinMs: number) {
  const end = Date.now() + withinMs
  while (isAlive(pid) && Date.now() < end) {
    const pong = await askRedis(urlOf(wish, port), (redis) => redis.ping()).catch(() => undefined)
    if (pong === 'PONG') return true
    await sleep(50)
  }
  return false
}

function readState(file: string): Known | undefined {
  if (!existsSync(file)) return
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return
  }
}
