import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isAlive, isGone } from '../../src/services/process-mark.ts'
import { freshDatabase } from '../support/database.ts'
import { freshRedis } from '../support/redis.ts'
import {
  newDataFolder,
  numberIn,
  type Program,
  pressCtrlC,
  processesOf,
  removeFolder,
  startProgram,
  until,
} from './program.ts'

// Whole programs are started and killed here, perhaps on a machine that has other work as well.
vi.setConfig({ testTimeout: 240_000 })

let folder: string
let started: Program[]

const start = async (env: Record<string, string> = {}) => {
  const program = await startProgram({ TANGGAP_DATA: folder, ...env })
  started.push(program)
  return program
}

beforeEach(() => {
  folder = newDataFolder()
  started = []
})

afterEach(async () => {
  for (const { pid } of started) if (isAlive(pid)) process.kill(pid, 'SIGTERM')
  await Promise.all(started.map(({ exit }) => exit))
  removeFolder(folder)
})

const postmaster = () => numberIn(join(folder, 'postgres', 'data', 'postmaster.pid'))
const redisPid = () =>
  JSON.parse(readFileSync(join(folder, 'redis', 'running.json'), 'utf8')).pid as number
const workerPid = () => numberIn(join(folder, 'worker-pid'))

test('one command brings up everything and says where and with what', {
  timeout: 60_000,
}, async () => {
  const program = await start()
  const banner = await program.banner()
  expect(banner).toContain(`Tanggap berjalan di http://127.0.0.1:${program.port}`)
  expect(banner).toMatch(/Basis data : PostgreSQL \d+\.\d+ bawaan/)
  expect(banner).toMatch(/Antrean {4}: redis-server \d+\.\d+\.\d+ bawaan/)
  expect(banner).toContain(`http://127.0.0.1:${program.port}/mulai/contoh`)
  expect(banner).not.toMatch(/redis:\/\/|postgres:\/\//)
  expect(await (await fetch(`http://127.0.0.1:${program.port}`)).text()).toBe('hidup')
})

test('Ctrl-C lets the worker finish and leaves no process behind', {
  timeout: 60_000,
}, async () => {
  const program = await start()
  await program.banner()
  await until(() => existsSync(join(folder, 'worker-pid')))
  const pids = [postmaster(), redisPid(), workerPid()]
  pressCtrlC(program)
  // npm hands the same Ctrl-C on a second time: that must not count as impatience.
  process.kill(program.pid, 'SIGINT')
  expect(await program.exit).toBe(0)
  expect(existsSync(join(folder, 'worker-drained'))).toBe(true)
  expect(existsSync(join(folder, 'running.json'))).toBe(false)
  expect(pids.filter(isAlive)).toEqual([])
  expect(processesOf(folder)).toEqual([])
})

test('Ctrl-C while it is still starting leaves no process behind either', {
  timeout: 60_000,
}, async () => {
  const program = await start()
  await until(() => existsSync(join(folder, 'postgres')))
  pressCtrlC(program)
  expect(await program.exit).toBe(0)
  expect(processesOf(folder)).toEqual([])
})

test('after kill -9 of everything the next start takes over what is left', {
  timeout: 90_000,
}, async () => {
  const first = await start()
  await first.banner()
  await until(() => existsSync(join(folder, 'worker-pid')))
  const left = { postgres: postmaster(), redis: redisPid(), worker: workerPid() }
  process.kill(first.pid, 'SIGKILL')
  await first.exit
  expect(await isGone(left.worker, 15_000), 'the worker ends by itself').toBe(true)
  expect(isAlive(left.postgres)).toBe(true)

  const second = await start()
  await second.banner()
  expect(postmaster()).toBe(left.postgres)
  expect(redisPid()).toBe(left.redis)
  pressCtrlC(second)
  expect(await second.exit).toBe(0)
  expect([left.postgres, left.redis].filter(isAlive)).toEqual([])
})

test('a worker, a database and a queue that are killed come back in seconds', {
  timeout: 90_000,
}, async () => {
  const program = await start()
  await program.banner()
  await until(() => existsSync(join(folder, 'worker-pid')))
  const killed = [workerPid(), postmaster(), redisPid()]
  for (const pid of killed) process.kill(pid, 'SIGKILL')
  await until(() => isAlive(workerPid()) && workerPid() !== killed[0])
  await until(() => isAlive(redisPid()) && redisPid() !== killed[2])
  await until(() => {
    const file = join(folder, 'postgres', 'data', 'postmaster.pid')
    return existsSync(file) && postmaster() !== killed[1] && isAlive(postmaster())
  })
})

test('a pid file left by a power cut, whose number now belongs to another program, is no hindrance', {
  timeout: 90_000,
}, async () => {
  const first = await start()
  await first.banner()
  pressCtrlC(first)
  await first.exit
  const file = join(folder, 'postgres', 'data', 'postmaster.pid')
  writeFileSync(file, `${process.pid}\n${join(folder, 'postgres', 'data')}\n1\n5432\n\n127.0.0.1\n`)
  const second = await start()
  expect(await second.banner()).toContain('Tanggap berjalan')
  expect(postmaster()).not.toBe(process.pid)
})

test('a second start from the same folder is refused and does not disturb the first', {
  timeout: 60_000,
}, async () => {
  const first = await start()
  await first.banner()
  const second = await start()
  expect(await second.exit).toBe(1)
  expect(second.output()).toContain('Tanggap sudah berjalan dari folder')
  expect(await (await fetch(`http://127.0.0.1:${first.port}`)).text()).toBe('hidup')
})

test('without any Redis the queue runs on Postgres, and the banner says so', {
  timeout: 60_000,
}, async () => {
  const program = await start({ PATH: '/nowhere' })
  expect(await program.banner()).toContain('di PostgreSQL (redis-server tidak terpasang)')
})

test('for a deployment, the part for people and the part that works run each on its own', {
  timeout: 60_000,
}, async () => {
  const database = await freshDatabase()
  const given = { DATABASE_URL: database.url, REDIS_URL: (await freshRedis()).url }
  const workers = await start({ ...given, TANGGAP_ROLE: 'workers' })
  const banner = await workers.banner()
  expect(banner).toContain('Pekerja Tanggap berjalan')
  expect(banner).toMatch(/PostgreSQL .* dari DATABASE_URL \(127\.0\.0\.1:\d+\/t\d/)
  expect(banner).toMatch(/Redis .* dari REDIS_URL/)
  await until(() => existsSync(join(folder, 'worker-pid')))
  await expect(fetch(`http://127.0.0.1:${workers.port}`)).rejects.toThrow()

  const other = join(folder, 'api')
  const api = await start({ ...given, TANGGAP_ROLE: 'api', TANGGAP_DATA: other })
  await api.banner()
  expect(await (await fetch(`http://127.0.0.1:${api.port}`)).text()).toBe('hidup')
  expect(existsSync(join(other, 'worker-pid'))).toBe(false)

  for (const program of [workers, api]) pressCtrlC(program)
  expect(await Promise.all([workers.exit, api.exit])).toEqual([0, 0])
  expect(existsSync(join(folder, 'worker-drained'))).toBe(true)
  await database.drop()
})
