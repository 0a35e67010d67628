import { Type } from 'typebox'
import { Value } from 'typebox/value'

type Rule = { pattern: string; remedy: string }

const text = (remedy: string, pattern = '^.+$'): Rule => ({ pattern, remedy })

/** Every variable Tanggap listens to, with the sentence for whoever mistyped it. */
const RULES = {
  HOST: text('isi alamat jaringan, misalnya HOST=127.0.0.1', '^[^\\s/]+$'),
  PORT: text('isi angka 1 sampai 65535, misalnya PORT=3000', '^[0-9]{1,5}$'),
  DATABASE_URL: text('isi alamat Postgres, misalnya postgres://nama:sandi@server:5432/tanggap'),
  REDIS_URL: text('isi alamat Redis, misalnya redis://:sandi@server:6379/0'),
  PATH: text('isi daftar folder program'),
  TANGGAP_DATA: text('isi folder tempat data disimpan'),
  TANGGAP_CONFIG: text('isi folder konfigurasi yang ada'),
  TANGGAP_URL: text('isi alamat yang dibuka petugas, misalnya https://tanggap.example.go.id'),
  TANGGAP_QUEUE: text('isi postgres, atau hapus variabel ini', '^postgres$'),
  TANGGAP_ROLE: text('isi all, api, atau workers', '^(all|api|workers)$'),
  TANGGAP_LOG: text(
    'isi trace, debug, info, warn, error, fatal, atau silent',
    '^(trace|debug|info|warn|error|fatal|silent)$',
  ),
  TANGGAP_SMTP: text('isi alamat server surel, misalnya smtp://server:587'),
  TANGGAP_METRICS: text('isi loopback atau anywhere', '^(loopback|anywhere)$'),
  TANGGAP_SMTP_FROM: text('isi alamat pengirim surel, misalnya tanggap@contoh.go.id', '^.+@.+$'),
  TANGGAP_TELEGRAM_API: text('isi alamat Bot API, misalnya https://api.telegram.org'),
  TANGGAP_ALLOW_PRIVATE: text('isi alamat intranet yang boleh dihubungi, dipisah koma'),
  TANGGAP_TRUST_PROXY: text('isi alamat IP proxy dipisah koma, misalnya 10.0.0.1,10.0.0.0/8'),
  TANGGAP_SECRET: text('isi kunci rahasia paling sedikit 32 huruf', '^.{32,}$'),
  TANGGAP_SECURE_COOKIES: text('isi true atau false', '^(true|false)$'),
} satisfies Record<string, Rule>

type Name = keyof typeof RULES
export type Env = Partial<Record<Name, string>>
export type Source = Record<string, string | undefined>
export type EnvReading = { kind: 'env'; env: Env } | { kind: 'faults'; faults: string[] }

const NAMES = Object.keys(RULES) as Name[]
const SHAPE = Type.Object(
  Object.fromEntries(
    NAMES.map((name) => [name, Type.Optional(Type.String({ pattern: RULES[name].pattern }))]),
  ),
)

/** The only place that reads the environment. All faults come at once. */
export function readEnv(source: Source = process.env): EnvReading {
  const env = knownVariables(source)
  const wrong = new Set(
    Value.Errors(SHAPE, env).map((error) => error.instancePath.slice(1) as Name),
  )
  const faults = [...unknownNames(source), ...[...wrong].map(wrongValue)]
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'env', env }
}

/** For a process of our own: what this one was given (proxies, certificates), with other services. */
export function envForChild(ours: Env): Source {
  const inherited = { ...process.env }
  for (const name of ['REDIS_URL', 'TANGGAP_QUEUE']) delete inherited[name]
  return { ...inherited, ...ours }
}

/** An empty variable is an absent one: compose files write `X=${X:-}`. */
function knownVariables(source: Source): Env {
  const known = NAMES.map((name) => [name, source[name]?.trim()])
  return Object.fromEntries(known.filter(([, value]) => value))
}

/** TANGGAP_DTAA would otherwise put the data elsewhere without a word. */
function unknownNames(source: Source): string[] {
  const ours = NAMES.filter((name) => name.startsWith('TANGGAP_')).join(', ')
  return Object.keys(source)
    .filter((name) => name.startsWith('TANGGAP_') && !(name in RULES))
    .map((name) => `${name} tidak dikenal: periksa ejaannya, yang ada ialah ${ours}.`)
}

const wrongValue = (name: Name) => `${name} tidak dapat dipakai: ${RULES[name].remedy}.`
