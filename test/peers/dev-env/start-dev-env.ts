import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

export interface DevEnv {
  /** The data server that accounts live on, and that passes questions on to the AppView. */
  url: string
  stop(): Promise<void>
}

interface Needs {
  folder: string
  databaseUrl: string
  redisUrl: string
}

export async function startDevEnv({ folder, databaseUrl, redisUrl }: Needs): Promise<DevEnv> {
  const here = import.meta.dirname
  const child = spawn(
    process.execPath,
    [
      ...['--dns-result-order=ipv4first', '-r', join(here, 'loopback.cjs')],
      ...[join(here, 'run-network.cjs'), folder, databaseUrl, 'dev_env'],
    ],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: dirname(process.execPath),
        HOME: tmpdir(),
        REDIS_HOST: new URL(redisUrl).host,
        LOG_ENABLED: 'false',
      },
    },
  )
  const complaints: string[] = []
  child.stderr.on('data', (chunk) => complaints.push(String(chunk)))
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{"ready":')) continue
    child.stdout.resume()
    const url = new URL(JSON.parse(line).ready)
    url.hostname = '127.0.0.1'
    return { url: url.origin, stop: () => stop(child, ended) }
  }
  throw new Error(`dev-env did not start: ${complaints.join('').slice(-2000)}`)
}

async function stop(child: ReturnType<typeof spawn>, ended: Promise<unknown>): Promise<void> {
  child.stdin?.end()
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(late)
}
