import { existsSync, statSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Env, readEnv, type Source } from './env.ts'
import { StartFault } from './services/start-fault.ts'

export type Settings = {
  host: string
  port: number
  /** The folder of this checkout (of package.json), also when running from dist/. */
  checkout: string
  dataDir: string
  configDir: string
  /** The address people open; without a trailing slash. */
  publicUrl: string
  databaseUrl?: string
  redisUrl?: string
  /** Set: BullMQ's PostgreSQL backend even where a Redis is at hand. */
  queueBackend?: 'postgres'
  logLevel: string
  smtpUrl?: string
  /** Who may read /metrics: this machine, or whoever reaches us. */
  metricsFrom: 'loopback' | 'anywhere'
  /** Sender of our mail. */
  smtpFrom?: string
  /** Another address of Telegram's Bot API than the public one. */
  telegramApi?: string
  /** Ranges and hosts of the intranet that may be called (webhooks, feeds). */
  allowPrivate: string[]
  trustProxy: string[]
  secretKey?: string
  secureCookies: boolean
  processRole: 'all' | 'api' | 'workers'
  /** Folders of PATH, in which redis-server and Debian's Postgres are looked for. */
  searchPath: string[]
}

export type SettingsReading =
  | { kind: 'settings'; settings: Settings }
  | { kind: 'faults'; faults: string[] }

/** What the variables mean; every fault names the variable and the remedy, all at once. */
export function readSettings(source?: Source): SettingsReading {
  const read = readEnv(source)
  if (read.kind === 'faults') return read
  const faults = faultsOf(read.env)
  return faults.length > 0
    ? { kind: 'faults', faults }
    : { kind: 'settings', settings: mean(read.env) }
}

/** For entry files: the settings, or a StartFault that says all that is wrong. */
export function loadSettings(source?: Source): Settings {
  const reading = readSettings(source)
  if (reading.kind === 'faults') throw new StartFault(reading.faults.join('\n'))
  return reading.settings
}

function mean(env: Env): Settings {
  const checkout = checkoutFolder()
  const host = env.HOST ?? '127.0.0.1'
  const port = Number(env.PORT ?? 3000)
  const publicUrl = (env.TANGGAP_URL ?? addressOf(host, port)).replace(/\/+$/, '')
  const processRole = (env.TANGGAP_ROLE ?? 'all') as Settings['processRole']
  return {
    host,
    port,
    checkout,
    dataDir: resolve(env.TANGGAP_DATA ?? join(checkout, '.data')),
    configDir: resolve(env.TANGGAP_CONFIG ?? join(checkout, 'config')),
    publicUrl,
    processRole,
    // One terminal for everything: the banner's one-time link must not scroll away behind requests.
    logLevel: env.TANGGAP_LOG ?? (processRole === 'all' ? 'warn' : 'info'),
    trustProxy: listOf(env.TANGGAP_TRUST_PROXY, ','),
    metricsFrom: (env.TANGGAP_METRICS ?? 'loopback') as Settings['metricsFrom'],
    allowPrivate: listOf(env.TANGGAP_ALLOW_PRIVATE, ','),
    secureCookies: (env.TANGGAP_SECURE_COOKIES ?? String(isHttps(publicUrl))) === 'true',
    searchPath: listOf(env.PATH, delimiter),
    ...optional(env),
  }
}

/** Absent stays absent: a key without a value would read like a choice. */
const optional = (env: Env) => ({
  ...(env.DATABASE_URL && { databaseUrl: env.DATABASE_URL }),
  ...(env.REDIS_URL && { redisUrl: env.REDIS_URL }),
  ...(env.TANGGAP_QUEUE && { queueBackend: 'postgres' as const }),
  ...(env.TANGGAP_SMTP && { smtpUrl: env.TANGGAP_SMTP }),
  ...(env.TANGGAP_SMTP_FROM && { smtpFrom: env.TANGGAP_SMTP_FROM }),
  ...(env.TANGGAP_TELEGRAM_API && { telegramApi: env.TANGGAP_TELEGRAM_API }),
  ...(env.TANGGAP_SECRET && { secretKey: env.TANGGAP_SECRET }),
})

const isHttps = (url: string) => url.startsWith('https:')

function listOf(words = '', separator: string): string[] {
  const list = words.split(separator).map((word) => word.trim())
  return list.filter((word) => word !== '')
}

/** A wildcard address is where we listen, not what a person can open. */
function addressOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function faultsOf(env: Env): string[] {
  const port = Number(env.PORT ?? 3000)
  const faults = [
    (port < 1 || port > 65535) && 'PORT tidak dapat dipakai: isi angka 1 sampai 65535.',
    notAUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    notAUrl(env, 'REDIS_URL', ['redis:', 'rediss:']),
    notAUrl(env, 'TANGGAP_URL', ['http:', 'https:']),
    notAUrl(env, 'TANGGAP_SMTP', ['smtp:', 'smtps:']),
    noSuchFolder(env),
    env.TANGGAP_QUEUE &&
      env.REDIS_URL &&
      'TANGGAP_QUEUE=postgres dan REDIS_URL bertentangan: hapus salah satunya.',
  ]
  return faults.filter((fault) => typeof fault === 'string' && fault !== '') as string[]
}

function notAUrl(env: Env, name: keyof Env, schemes: string[]): string | undefined {
  const value = env[name]
  if (value === undefined) return
  if (URL.canParse(value) && schemes.includes(new URL(value).protocol)) return
  // The value itself may hold a password, so it is not repeated.
  return `${name} bukan alamat yang sah: harus diawali ${schemes.map((s) => `${s}//`).join(' atau ')}.`
}

function noSuchFolder({ TANGGAP_CONFIG }: Env): string | undefined {
  if (TANGGAP_CONFIG === undefined) return
  if (existsSync(TANGGAP_CONFIG) && statSync(TANGGAP_CONFIG).isDirectory()) return
  return `TANGGAP_CONFIG menunjuk folder yang tidak ada: buat dahulu ${resolve(TANGGAP_CONFIG)}.`
}

function checkoutFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) {
    folder = dirname(folder)
  }
  return folder
}
