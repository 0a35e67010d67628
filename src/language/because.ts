/** Reasons that a person can read, in Indonesian: words heard, rules used, duty found. */
import type { Kind } from '../core/reading.ts'
import { KIND_LABELS } from '../core/reading.ts'
import type { Route } from '../core/routing.ts'
import type { Confidentiality } from './confidentiality.ts'
import type { Danger } from './danger.ts'
import type { Analysis } from './post-analysis.ts'
import type { Settled } from './settle-topic.ts'
import type { TopicScore } from './topic-rules.ts'

export interface Grounds {
  analysis: Analysis
  settled: Settled
  kind: Kind
  danger: Danger
  secret: Confidentiality
  route: Route
  /** Why a person decides first, or null. */
  abstains: string | null
}

export function explain(grounds: Grounds): string[] {
  const { kind, route, abstains } = grounds
  return [
    topicReason(grounds),
    ...kindReasons(grounds),
    ...placeReasons(grounds),
    kind === 'irrelevant' ? '' : `tujuan: ${route.because}`,
    abstains ?? '',
  ].filter(Boolean)
}

const RULES: Record<NonNullable<Settled['rule']>, string> = {
  gate: 'lebih mirip iklan, berita, atau obrolan daripada aduan layanan',
  homonym: 'memuat kata yang dikecualikan pemerintah daerah ini',
  hoax: 'menanyakan kebenaran kabar: perlu klarifikasi',
  call: 'hanya memanggil, tidak menyebut masalah: dibaca dari kiriman di atasnya, bila ada',
  integrity: 'dugaan pelanggaran oleh petugas didahulukan dari topik layanannya',
}

function topicReason({ settled, analysis, secret }: Grounds): string {
  if (settled.rule === 'integrity') return `${RULES.integrity}: ${quoted(secret.because)}`
  if (settled.rule) return RULES[settled.rule]
  const own = analysis.topics.scores.find(({ category }) => category === settled.category)
  if (own) return `kata yang terbaca: ${quoted(citizensWords(analysis, own.spans))}`
  const parent = analysis.parent?.topics.scores.find(
    ({ category }) => category === settled.category,
  )
  if (parent) return `kiriman yang ditanggapi membahas: ${quoted(parent.phrases)}`
  return 'mirip kiriman contoh dengan kategori ini'
}

/** What stands in the post itself: an officer must find the words that are quoted. */
function citizensWords({ text, tokens, stream }: Analysis, spans: TopicScore['spans']): string[] {
  const written = spans.map(({ from, to }) => {
    const first = tokens[stream.tokens[from] ?? -1]
    const last = tokens[stream.tokens[to] ?? -1]
    return first && last ? text.slice(first.start, last.end).replace(/\s+/g, ' ') : ''
  })
  const whole = written.filter(
    (words) => !written.some((other) => other.length > words.length && other.includes(words)),
  )
  return [...new Set(whole)].filter(Boolean)
}

function kindReasons({ kind, danger, secret, settled, analysis }: Grounds): string[] {
  const reasons: string[] = []
  if (kind === 'emergency')
    reasons.push(`bahaya sekarang: ${quoted(danger.because) || 'cara menulisnya'}`)
  if (secret.confidential && settled.rule !== 'integrity' && kind !== 'irrelevant') {
    reasons.push(
      `rahasia: ${quoted(secret.because) || 'menyangkut kekerasan, integritas, atau perilaku pegawai'}`,
    )
  }
  if (kind === 'complaint' && analysis.heard.has('form.sarcasm'))
    reasons.push('pujian yang menyindir')
  if (kind === 'question' || kind === 'suggestion' || kind === 'praise') {
    reasons.push(`bentuk: ${KIND_LABELS[kind].toLowerCase()}`)
  }
  return reasons
}

function placeReasons({ analysis: { where } }: Grounds): string[] {
  if (!where.place) return []
  const area = where.areaName ? ` (${where.areaName})` : ''
  const unsure = where.place.ambiguous ? ', nama ini ada di beberapa tempat' : ''
  return [`tempat: ${where.place.name}${area}${unsure}`]
}

function quoted(words: string[]): string {
  return words
    .slice(0, 4)
    .map((word) => `"${word}"`)
    .join(', ')
}
