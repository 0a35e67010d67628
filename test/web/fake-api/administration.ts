import { OUTCOMES } from '../../../src/core/post.ts'
import { uuid } from './ids.ts'
import { PEOPLE } from './people.ts'

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)

export const CONNECTORS = [
  { id: 'sample', label: 'Contoh bawaan', fields: [] },
  {
    id: 'youtube',
    label: 'Komentar YouTube',
    fields: [
      { name: 'channelId', label: 'Id kanal', secret: false, required: true },
      { name: 'apiKey', label: 'Kunci API', secret: true, required: true },
    ],
  },
  {
    id: 'rss',
    label: 'RSS/Atom',
    fields: [{ name: 'url', label: 'Alamat umpan', secret: false, required: true }],
  },
]

const HEALTHY = {
  state: 'ok',
  lastPollAt: ago(2),
  lastSuccessAt: ago(2),
  lastPostAt: ago(31),
  lagSeconds: 94,
  lastError: null,
  lastErrorAt: null,
  failures: 0,
  nextPollAt: ago(-3),
  stored: 1_284,
}

const source = (connector: string, name: string, health: object, settings: object) => ({
  id: uuid(),
  connector,
  name,
  enabled: true,
  intervalSeconds: 300,
  settings,
  secretHints: connector === 'youtube' ? { apiKey: 'x9Qf' } : {},
  health: { ...HEALTHY, ...health },
})

export const sources = [
  source('rss', 'Berita Bengkulu', {}, { url: 'https://contoh.test/rss' }),
  source(
    'youtube',
    'Kanal Pemprov',
    {
      state: 'failing',
      failures: 4,
      lastError: 'Kuota harian YouTube habis; dicoba lagi pukul 14.00 WIB.',
      lastErrorAt: ago(12),
      lastSuccessAt: ago(190),
    },
    { channelId: 'UCcontoh' },
  ),
  source(
    'youtube',
    'Kanal DPUPR',
    {
      state: 'idle',
      lastError: 'Menunggu: Kunci API belum diisi.',
      lastSuccessAt: null,
      lastPostAt: null,
      lagSeconds: null,
      stored: 0,
    },
    {},
  ),
]

export const channels = [
  {
    id: uuid(),
    kind: 'telegram',
    name: 'Piket Kominfo',
    enabled: true,
    settings: { chatId: '-1001234567890' },
    secretHints: { botToken: 'aB3x' },
    agencyId: null,
    lastDeliveredAt: ago(55),
    lastError: null,
  },
]

export const users = PEOPLE.map((person, index) => ({
  id: person.userId,
  username: person.username,
  name: person.name,
  roles: person.roles,
  agencyId: person.agencyId,
  disabledAt: null,
  createdAt: ago(60 * 24 * (index + 1)),
  hasPassword: index !== 3,
}))

const LEDGER_TEXTS = [
  'Jalan tol Cipali macet total, tolong pak menteri',
  'Jual madu asli Rejang, minat DM',
  'Keren banget pantainya min, semoga bisa balik lagi ke sini',
  'Lampu merah simpang lima Semarang mati dari kemarin',
]

export const ledger = LEDGER_TEXTS.map((text, index) => ({
  id: uuid(),
  platform: 'facebook',
  text,
  postedAt: ago(90 * (index + 1)),
  receivedAt: ago(80 * (index + 1)),
  stage: index === 3 ? 'quarantined' : 'read',
  outcome: index === 3 ? null : (OUTCOMES[index + 1] ?? null),
  because: ['Tempat yang disebut berada di luar Provinsi Bengkulu.', 'Tidak menandai akun kita.'],
  caseId: null,
  sample: index === 1,
}))
