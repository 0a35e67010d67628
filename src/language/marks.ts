/**
 * Named features of a post: what the rules heard, and how it is written. A headline, a citizen and
 * a press office use the same words about the same pothole; the voice tells them apart.
 */
import type { Heard } from './cue-finder.ts'
import type { Whereabouts } from './place-finder.ts'
import type { Token } from './tokens.ts'
import type { Topics } from './topic-rules.ts'

export interface MarkSource {
  text: string
  tokens: Token[]
  where: Whereabouts
  topics: Topics
  heard: Heard
  parent: { topics: Topics } | null
}

/** The model learns how far each mark may be trusted. */
export function marksOf(source: MarkSource): string[] {
  return [...ruleMarks(source), ...formMarks(source), ...voiceMarks(source)]
}

const STRONG_TOPIC = 4

function ruleMarks({ topics, heard, parent }: MarkSource): string[] {
  const marks = [...heard.keys()].map((cue) => `tanda:${cue}`)
  topics.scores.slice(0, 3).forEach(({ category, score }, rank) => {
    marks.push(`topik:${category}`, `urut${rank}:${category}`)
    if (score >= STRONG_TOPIC) marks.push(`kuat:${category}`)
  })
  for (const body of topics.bodies) marks.push(`badan:${body}`)
  for (const { category } of parent?.topics.scores.slice(0, 2) ?? [])
    marks.push(`induk:${category}`)
  return marks
}

function formMarks({ text, tokens, where, parent }: MarkSource): string[] {
  const marks = [`panjang:${Math.min(6, Math.floor(tokens.length / 12))}`]
  if (parent) marks.push('bentuk:balasan')
  if (where.place) marks.push('bentuk:tempat', `tempat:${where.place.level}`)
  marks.push(`seru:${counted(text, /!/g, 3)}`, `tanya:${counted(text, /\?/g, 2)}`)
  for (const [name, pattern] of SIGNS) if (pattern.test(text)) marks.push(`rupa:${name}`)
  return [...marks, ...tokenMarks(tokens)]
}

const TELLING_KINDS = new Set(['link', 'handle', 'hashtag'])

function tokenMarks(tokens: Token[]): string[] {
  const marks: string[] = []
  for (const { kind, raw } of tokens) {
    if (kind === 'emoji') marks.push(`emoji:${raw}`)
    else if (TELLING_KINDS.has(kind)) marks.push(`ada:${kind}`)
  }
  const [first, last] = [tokens[0], tokens.at(-1)]
  return first && last ? [...marks, `mula:${first.kind}`, `akhir:${last.kind}`] : marks
}

const SIGNS: [string, RegExp][] = [
  ['jam', /\b\d{1,2}[.:]\d{2}\b/],
  ['kutipan', /["“”]/],
  ['pengantar', /^[^:]{5,60}:/],
  ['garis', /\|/],
  ['harga', /(rp\.? ?\d|\d ?(rb|ribu|jt|juta|k)\b)/i],
  [
    'lembaga',
    /^.{0,25}\b(warga|seorang|petugas|sejumlah|puluhan|ratusan|ribuan|polisi|pemkab|pemkot|pemprov|bupati|gubernur|wali kota|dinas|kepala|satpol|tim|kapolres|bpbd)\b/i,
  ],
]

const words = (list: string) => new Set(list.split(/\s+/))

/** Who speaks: words for oneself, for whom one calls, for asking, and of spoken language. */
const VOICES: [string, Set<string>][] = [
  [
    'aku',
    words(
      'saya sy aku ak aq gue gw gua ane kami kita ambo kito kulo kula awak abdi urang den sayo inyong engkok kaule',
    ),
  ],
  [
    'sapa',
    words(
      'min mimin pak bu bapak ibu bang yth admin gub bup wali walikota bupati gubernur buk mang kang kak kakak',
    ),
  ],
  [
    'pinta',
    words(
      'tolong tlg tolonglah mohon mhn moga dong please pls plis tulung nyuwun tulong punten usul coba harap kapan kpn',
    ),
  ],
  [
    'lisan',
    words(
      'kok sih nih deh lho loh woi woy bgt banget anjir gak ga nggak dak ora teu nian bae aja doang tuh ya astaga capek udah udh dah wes lah',
    ),
  ],
]

function voiceMarks({ tokens }: MarkSource): string[] {
  const spoken = tokens.filter(({ kind }) => kind === 'word')
  const count = spoken.length || 1
  const capitals = spoken.filter(({ raw }) => /^\p{Lu}/u.test(raw)).length / count
  const shouted = spoken.filter(({ raw }) => /^\p{Lu}{2,}$/u.test(raw)).length / count
  const voices = VOICES.filter(([, list]) => spoken.some(({ lower }) => list.has(lower)))
  const names = voices.map(([name]) => name)
  return [
    `judul:${bucket(capitals, [0.05, 0.2, 0.45, 0.7])}`,
    `teriak:${bucket(shouted, [0.05, 0.5])}`,
    ...names.map((name) => `suara:${name}`),
    `suara:${names.join('+') || 'tanpa'}`,
  ]
}

const counted = (text: string, pattern: RegExp, most: number) =>
  Math.min(most, text.match(pattern)?.length ?? 0)

const bucket = (value: number, bounds: number[]) => bounds.filter((bound) => value >= bound).length
