import { readRateLimit } from '../../../src/connectors/http/rate-limit-answer.ts'
import { createSafeFetch } from '../../../src/connectors/http/safe-fetch.ts'
import type { NotifierDeps } from '../../../src/notifiers/notifier-deps.ts'
import type { ChannelKind } from '../../../src/ports/channels.ts'
import type { Delivery } from '../../../src/ports/notifier.ts'

export const NOW = new Date('2026-11-21T19:13:00Z')

export const depsWith = (some: Partial<NotifierDeps>): NotifierDeps => ({
  fetch: createSafeFetch({
    allowPrivate: ['127.0.0.1'],
    userAgent: 'tanggap-test',
    timeoutMs: 2000,
  }),
  clock: { now: () => NOW },
  readRateLimit,
  smtp: null,
  ...some,
})

const TOKEN = 'AbC_-0123456789012345678901234567890123456'

export const deliveryTo = (
  kind: ChannelKind,
  settings: Record<string, string>,
  secrets: Record<string, string>,
  message: Partial<Delivery['message']> = {},
): Delivery => ({
  id: '0199c3f2-1f2e-7c4d-8a6b-111111111111',
  attempt: 1,
  secrets,
  channel: {
    id: 'c1',
    governmentId: 'pemprov-bengkulu',
    kind,
    name: 'Piket malam',
    enabled: true,
    settings,
    secretHints: {},
    agencyId: null,
    lastDeliveredAt: null,
    lastError: null,
  },
  message: {
    alertId: 'a1',
    kind: 'p1',
    level: 'siaga',
    government: 'Pemerintah Provinsi Bengkulu',
    caseCode: 'BKL-7F3K',
    agency: 'BPBD',
    title: 'Warga terjebak banjir di Sungai Serut',
    place: 'Sungai Serut',
    because: ['ada kata "terjebak"', 'air setinggi dada'],
    raisedAt: NOW.toISOString(),
    caseUrl: 'https://tanggap.example.go.id/kasus/1',
    acknowledgeUrl: `https://tanggap.example.go.id/acknowledge/${TOKEN}`,
    ...message,
  },
})

export const acknowledgeToken = TOKEN
export const signal = AbortSignal.timeout(60_000)
