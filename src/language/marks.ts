/**
 * Named features of a post: what the rules heard, and how it is written. A headline, a citizen and
 * a press office use the same words about the same pothole; the voice tells them apart.
 */
import type { Heard } from './cue-finder.ts'
import { hashText } from './hash.ts'
import type { Whereabouts } from './place-finder.ts'
import { beginsLarge, type Token } from './tokens.ts'
import type { Topics } from './topic-rules.ts'

export interface MarkSource {
  text: string
  tokens: Token[]
  where: Whereabouts
  topics: Topics
  heard: Heard
  parent: { topics: Topics } | null
}

/**
 * Hashes of the marks "topik:jalan.rusak", "seru:2": the model learns how far each may be trusted.
 * What stands before the colon is hashed once for all posts.
 */
export function marksOf(source: MarkSource): number[] {
  const marks: number[] = []
  addRuleMarks(marks, source)
  addFormMarks(marks, source)
  addVoiceMarks(marks, source.tokens)
  return marks
}

const SEED = 23

type Mark = (value: string) => number

const named = (name: string): Mark => {
  const begun = hashText(`${name}:`, SEED)
  return (value) => hashText(value, begun)
}
/** … with a value that is a small number. */
const numbered = (name: string, most: number) => {
  const mark = named(name)
  const marks = Array.from({ length: most + 1 }, (_, value) => mark(String(value)))
  return (value: number) => marks[value] as number
}

const STRONG_TOPIC = 4

const CUE = named('tanda')
const TOPIC = named('topik')
const RANKS = ['urut0', 'urut1', 'urut2'].map(named)
const STRONG = named('kuat')
const BODY = named('badan')
const ABOVE = named('induk')

function addRuleMarks(marks: number[], { topics, heard, parent }: MarkSource): void {
  for (const cue of heard.keys()) marks.push(CUE(cue))
  RANKS.forEach((ranked, rank) => {
    const topic = topics.scores[rank]
    if (!topic) return
    marks.push(TOPIC(topic.category), ranked(topic.category))
    if (topic.score >= STRONG_TOPIC) marks.push(STRONG(topic.category))
  })
  for (const body of topics.bodies) marks.push(BODY(body))
  for (const { category } of parent?.topics.scores.slice(0, 2) ?? []) marks.push(ABOVE(category))
}

const LENGTH = numbered('panjang', 6)
const FORM = named('bentuk')
const [ANSWER, PLACED] = [FORM('balasan'), FORM('tempat')]
const LEVEL = named('tempat')
const EXCLAMATIONS = numbered('seru', 3)
const QUESTIONS = numbered('tanya', 2)
const EMOJI = named('emoji')
const HAS = named('ada')
const FIRST = named('mula')
const LAST = named('akhir')

function addFormMarks(marks: number[], { text, tokens, where, parent }: MarkSource): void {
  marks.push(LENGTH(Math.min(6, Math.floor(tokens.length / 12))))
  if (parent) marks.push(ANSWER)
  if (where.place) marks.push(PLACED, LEVEL(where.place.level))
  marks.push(EXCLAMATIONS(counted(text, '!', 3)), QUESTIONS(counted(text, '?', 2)))
  for (const [mark, pattern] of SIGNS) if (pattern.test(text)) marks.push(mark)
  addTokenMarks(marks, tokens)
}

const TELLING_KINDS = new Set(['link', 'handle', 'hashtag'])

function addTokenMarks(marks: number[], tokens: Token[]): void {
  for (const { kind, raw } of tokens) {
    if (kind === 'word') continue
    if (kind === 'emoji') marks.push(EMOJI(raw))
    else if (TELLING_KINDS.has(kind)) marks.push(HAS(kind))
  }
  const [first, last] = [tokens[0], tokens[tokens.length - 1]]
  if (first && last) marks.push(FIRST(first.kind), LAST(last.kind))
}

const LOOK = named('rupa')

const SIGNS = (
  [
    ['jam', /\b\d{1,2}[.:]\d{2}\b/],
    ['kutipan', /["“”]/],
    ['pengantar', /^[^:]{5,60}:/],
    ['garis', /\|/],
    ['harga', /(rp\.? ?\d|\d ?(rb|ribu|jt|juta|k)\b)/i],
    [
      'lembaga',
      /^.{0,25}\b(warga|seorang|petugas|sejumlah|puluhan|ratusan|ribuan|polisi|pemkab|pemkot|pemprov|bupati|gubernur|wali kota|dinas|kepala|satpol|tim|kapolres|bpbd)\b/i,
    ],
  ] satisfies [string, RegExp][]
).map(([name, pattern]): [number, RegExp] => [LOOK(name), pattern])

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

/** Word → who speaks with it: a bit for each voice. */
const VOICE_BITS = new Map<string, number>()
VOICES.forEach(([, list], at) => {
  for (const word of list) VOICE_BITS.set(word, (VOICE_BITS.get(word) ?? 0) | (1 << at))
})

const VOICE = named('suara')
const TITLE = numbered('judul', 4)
const SHOUT = numbered('teriak', 2)

function addVoiceMarks(marks: number[], tokens: Token[]): void {
  let spoken = 0
  let capitals = 0
  let shouted = 0
  let voices = 0
  for (const { kind, raw, lower } of tokens) {
    if (kind !== 'word') continue
    spoken++
    voices |= VOICE_BITS.get(lower) ?? 0
    if (!beginsLarge(raw)) continue
    capitals++
    if (SHOUTED.test(raw)) shouted++
  }
  const count = spoken || 1
  marks.push(TITLE(bucket(capitals / count, [0.05, 0.2, 0.45, 0.7])))
  marks.push(SHOUT(bucket(shouted / count, [0.05, 0.5])))
  const names = VOICES.filter((_, at) => voices & (1 << at)).map(([name]) => name)
  for (const name of names) marks.push(VOICE(name))
  marks.push(VOICE(names.join('+') || 'tanpa'))
}

const SHOUTED = /^\p{Lu}{2,}$/u

const counted = (text: string, sign: string, most: number) => {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0 && count < most; at = text.indexOf(sign, at + 1))
    count++
  return count
}

const bucket = (value: number, bounds: number[]) => bounds.filter((bound) => value >= bound).length
