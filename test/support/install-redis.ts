import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findRedis } from '../../src/services/redis/find-redis.ts'
import { runProgram } from '../../src/services/run-program.ts'
import { say } from './run-log.ts'

/**
 * The folders of PATH, on which there is a Redis now: the tests need a real one and install it on
 * a machine that has none, instead of skipping in silence.
 */
export async function withRedis(searchPath: string[], cache: string): Promise<string[]> {
  const own = [...searchPath, join(cache, 'redis-program', 'bin')]
  if (await findRedis(own)) return own
  if (process.getuid?.() === 0) await installByApt()
  else await unpackByApt(join(cache, 'redis-program'))
  if (await findRedis(own)) return own
  throw new Error(
    'The tests need redis-server 6.2 or newer and could not install it: install it and try again.',
  )
}

async function installByApt(): Promise<void> {
  say('The tests need a real Redis: installing redis-server by apt-get.')
  await shell(
    'apt-get update -qq; RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq redis-server',
  )
}

/** Without root: Debian's packages, unpacked into our own folder. */
async function unpackByApt(folder: string): Promise<void> {
  say(`The tests need a real Redis: unpacking Debian's redis-tools into ${folder}.`)
  mkdirSync(join(folder, 'bin'), { recursive: true })
  const lists = join(folder, 'apt')
  mkdirSync(join(lists, 'lists', 'partial'), { recursive: true })
  const apt = `apt-get -qq -o Dir::State=${lists} -o Dir::Cache=${lists} -o Dir::State::status=/var/lib/dpkg/status`
  await shell(
    `cd ${folder} && ${apt} update && ${apt} download redis-tools libjemalloc2 liblzf1 libatomic1 &&
     for package in *.deb; do dpkg -x "$package" root; done`,
  )
  // redis-check-rdb and redis-server are one program that looks at the name it is called by.
  mkdirSync(join(folder, 'named'), { recursive: true })
  symlinkSync(join(folder, 'root/usr/bin/redis-check-rdb'), join(folder, 'named/redis-server'))
  const [triplet = ''] = readdirSync(join(folder, 'root/usr/lib'))
  const start = join(folder, 'bin', 'redis-server')
  writeFileSync(
    start,
    `#!/bin/sh
LD_LIBRARY_PATH=${join(folder, 'root/usr/lib', triplet)} exec ${join(folder, 'named/redis-server')} "$@"
`,
  )
  chmodSync(start, 0o755)
}

async function shell(script: string): Promise<void> {
  const { ok, output } = await runProgram('/bin/sh', ['-ec', script])
  if (!ok) say(output)
}
