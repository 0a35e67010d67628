import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { runProgram, type ServiceUser } from '../run-program.ts'
import { newEnough } from './check-redis.ts'

export type RedisProgram = { file: string; name: string; version: string }

/** The first redis-server or valkey-server on PATH that is new enough and that the user can run. */
export async function findRedis(
  searchPath: string[],
  user?: ServiceUser,
): Promise<RedisProgram | undefined> {
  for (const name of ['redis-server', 'valkey-server'])
    for (const folder of searchPath) {
      const file = join(folder, name)
      if (!isProgram(file)) continue
      const said = await runProgram(file, ['--version'], user)
      const version = /v=(\d+\.\d+\.\d+)/.exec(said.output)?.[1]
      if (version && newEnough(version)) return { file, name, version }
    }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
