import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
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

const folders: string[] = []
const started: Program[] = []

const newFolder = (): string => {
  const folder = newDataFolder()
  folders.push(folder)
  return folder
}

const start = async (folder: string, env: Record<string, string> = {}) => {
  const program = await startProgram({ TANGGAP_DATA: folder, ...env })
  started.push(program)
  return program
}

afterAll(async () => {
  for (const { pid } of started) if (isAlive(pid)) process.kill(pid, 'SIGTERM')
  await Promise.all(started.map(({ exit }) => exit))
  for (const folder of folders) removeFolder(folder)
})

const answerOf = async ({ port }: Program) => (await fetch(`http://127.0.0.1:${port}`)).text()

describe('one folder, from its first start on', () => {
  const folder = newFolder()
  const pidFile = join(folder, 'postgres', 'data', 'postmaster.pid')
  const postmaster = () => numberIn(pidFile)
  const redisPid = () =>
    JSON.parse(readFileSync(join(folder, 'redis', 'running.json'), 'utf8')).pid as number
  const workerPid = () => numberIn(join(folder, 'worker-pid'))
  let program: Program

  test('one command brings up everything and says where and with what', async () => {
    program = await start(folder)
    const banner = await program.banner()
    expect(banner).toContain(`Tanggap berjalan di http://127.0.0.1:${program.port}`)
    expect(banner).toMatch(/Basis data : PostgreSQL \d+\.\d+ bawaan/)
    expect(banner).toMatch(/Antrean {4}: redis-server \d+\.\d+\.\d+ bawaan/)
    expect(banner).toContain(`http://127.0.0.1:${program.port}/mulai/contoh`)
    expect(banner).not.toMatch(/redis:\/\/|postgres:\/\//)
    expect(await answerOf(program)).toBe('hidup')
  })

  test('a second start from the same folder is refused and does not disturb the first', async () => {
    const second = await start(folder)
    expect(await second.exit).toBe(1)
    expect(second.output()).toContain('Tanggap sudah berjalan dari folder')
    expect(await answerOf(program)).toBe('hidup')
  })

  test('a worker, a database and a queue that are killed come back in seconds', async () => {
    await until(() => existsSync(join(folder, 'worker-pid')))
    const killed = [workerPid(), postmaster(), redisPid()]
    for (const pid of killed) process.kill(pid, 'SIGKILL')
    await until(() => isAlive(workerPid()) && workerPid() !== killed[0])
    await until(() => isAlive(redisPid()) && redisPid() !== killed[2])
    await until(() => existsSync(pidFile) && postmaster() !== killed[1] && isAlive(postmaster()))
  })

  test('Ctrl-C lets the worker finish and leaves no process behind', async () => {
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

  test('a pid file left by a power cut, whose number now belongs to another program, is no hindrance', async () => {
    const data = join(folder, 'postgres', 'data')
    writeFileSync(pidFile, `${process.pid}\n${data}\n1\n5432\n\n127.0.0.1\n`)
    rmSync(join(folder, 'worker-pid'))
    program = await start(folder)
    expect(await program.banner()).toContain('Tanggap berjalan')
    expect(postmaster()).not.toBe(process.pid)
  })

  test('after kill -9 of everything the next start takes over what is left', async () => {
    await until(() => existsSync(join(folder, 'worker-pid')))
    const left = { postgres: postmaster(), redis: redisPid(), worker: workerPid() }
    process.kill(program.pid, 'SIGKILL')
    await program.exit
    expect(await isGone(left.worker, 15_000), 'the worker ends by itself').toBe(true)
    expect(isAlive(left.postgres)).toBe(true)

    program = await start(folder)
    await program.banner()
    expect(postmaster()).toBe(left.postgres)
    expect(redisPid()).toBe(left.redis)
    pressCtrlC(program)
    expect(await program.exit).toBe(0)
    expect([left.postgres, left.redis].filter(isAlive)).toEqual([])
  })
})

test('Ctrl-C while it is still starting leaves no process behind either', async () => {
  const folder = newFolder()
  const program = await start(folder)
  await until(() => existsSync(join(folder, 'postgres')))
  pressCtrlC(program)
  expect(await program.exit).toBe(0)
  expect(processesOf(folder)).toEqual([])
})

test('without any Redis the queue runs on Postgres, and the banner says so', async () => {
  const database = await freshDatabase()
  const program = await start(newFolder(), { PATH: '/nowhere', DATABASE_URL: database.url })
  expect(await program.banner()).toContain('di PostgreSQL (redis-server tidak terpasang)')
  pressCtrlC(program)
  expect(await program.exit).toBe(0)
  await database.drop()
})

test('for a deployment, the part for people and the part that works run each on its own', async () => {
  const folder = newFolder()
  const database = await freshDatabase()
  const given = { DATABASE_URL: database.url, REDIS_URL: (await freshRedis()).url }
  const workers = await start(folder, { ...given, TANGGAP_ROLE: 'workers' })
  const banner = await workers.banner()
  expect(banner).toContain('Pekerja Tanggap berjalan')
  expect(banner).toMatch(/PostgreSQL .* dari DATABASE_URL \(127\.0\.0\.1:\d+\/t\d/)
  expect(banner).toMatch(/Redis .* dari REDIS_URL/)
  await until(() => existsSync(join(folder, 'worker-pid')))
  await expect(fetch(`http://127.0.0.1:${workers.port}`)).rejects.toThrow()

  const other = join(folder, 'api')
  const api = await start(other, { ...given, TANGGAP_ROLE: 'api' })
  await api.banner()
  expect(await answerOf(api)).toBe('hidup')
  expect(existsSync(join(other, 'worker-pid'))).toBe(false)

  for (const program of [workers, api]) pressCtrlC(program)
  expect(await Promise.all([workers.exit, api.exit])).toEqual([0, 0])
  expect(existsSync(join(folder, 'worker-drained'))).toBe(true)
  await database.drop()
})
