import { expect, test } from 'vitest'
import { readSettings } from '../../src/settings.ts'

const settingsOf = (env: Record<string, string>) => {
  const reading = readSettings(env)
  if (reading.kind === 'faults') throw new Error(reading.faults.join('\n'))
  return reading.settings
}

const faultsOf = (env: Record<string, string>) => {
  const reading = readSettings(env)
  return reading.kind === 'faults' ? reading.faults : []
}

test('with nothing set, it listens on this machine only and keeps its data in the checkout', () => {
  const settings = settingsOf({})
  expect(settings).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://127.0.0.1:3000',
    secureCookies: false,
    processRole: 'all',
    trustProxy: [],
  })
  expect(settings.dataDir).toBe(`${settings.checkout}/.data`)
  expect(settings.configDir).toBe(`${settings.checkout}/config`)
})

test('behind HTTPS the cookies are for HTTPS only', () => {
  const settings = settingsOf({ TANGGAP_URL: 'https://tanggap.example.go.id/' })
  expect(settings.publicUrl).toBe('https://tanggap.example.go.id')
  expect(settings.secureCookies).toBe(true)
})

test('listening on every network still prints an address that can be opened', () => {
  expect(settingsOf({ HOST: '0.0.0.0', PORT: '8080' }).publicUrl).toBe('http://localhost:8080')
  expect(settingsOf({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000')
})

test('an empty variable is an absent one', () => {
  expect(settingsOf({ DATABASE_URL: '', PORT: ' ' })).not.toHaveProperty('databaseUrl')
})

test('every fault is said at once, each with its variable and the remedy', () => {
  const faults = faultsOf({ PORT: 'tiga', TANGGAP_ROLE: 'semua', TANGGAP_LOG: 'ramai' })
  expect(faults).toEqual([
    'PORT tidak dapat dipakai: isi angka 1 sampai 65535, misalnya PORT=3000.',
    'TANGGAP_ROLE tidak dapat dipakai: isi all, api, atau workers.',
    'TANGGAP_LOG tidak dapat dipakai: isi trace, debug, info, warn, error, fatal, atau silent.',
  ])
})

test('a mistyped variable is not silently ignored', () => {
  expect(faultsOf({ TANGGAP_DTAA: '/srv/data' })[0]).toContain('TANGGAP_DTAA tidak dikenal')
})

test('an address that is none is named without the password in it', () => {
  const [fault = ''] = faultsOf({ DATABASE_URL: 'mysql://a:rahasia@server/db' })
  expect(fault).toContain('DATABASE_URL bukan alamat yang sah: harus diawali postgres://')
  expect(fault).not.toContain('rahasia')
})

test.each([
  [{ PORT: '0' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL'],
  [{ TANGGAP_URL: 'tanggap.go.id' }, 'TANGGAP_URL'],
  [{ TANGGAP_CONFIG: '/tidak/ada' }, 'TANGGAP_CONFIG'],
  [{ TANGGAP_SECRET: 'pendek' }, 'TANGGAP_SECRET'],
  [{ TANGGAP_QUEUE: 'postgres', REDIS_URL: 'redis://x' }, 'TANGGAP_QUEUE'],
])('%j is refused by the name of %s', (env, name) => {
  const faults = faultsOf(env as Record<string, string>)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(name)
})
