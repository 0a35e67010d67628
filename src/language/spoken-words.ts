/** Word by word: which stretches of a post spoke for what was understood of it. */
import type { Category, Government } from '../core/configuration.ts'
import type { Explanation, SpokenWords } from '../core/explanation.ts'
import type { Kind, Reading } from '../core/reading.ts'
import type { CueHit, CueSpotter } from './cue-finder.ts'
import { roadKey } from './known-places.ts'
import type { Analysis } from './post-analysis.ts'
import type { WordShares } from './word-shares.ts'

export interface Telling {
  analysis: Analysis
  reading: Reading
  /** What it was weighed against; null where nothing else came near. */
  against: Category | null
  category: Category
  spotCues: CueSpotter
  /** Null without a model. */
  shares: WordShares | null
  government: Government | null
}

export function spokenWords(telling: Telling): Explanation {
  const { analysis, category, against } = telling
  const words = [
    ...phraseWords(telling),
    ...modelWords(telling),
    ...cueWords(telling),
    ...placeWords(telling),
  ]
  return {
    text: analysis.text,
    category: category.id,
    against: against?.id ?? null,
    words: words.sort((a, b) => a.from - b.from || b.to - a.to),
  }
}

/** Words of the stream, `to` inclusive → where they stand in the text. */
function placed({ tokens, stream }: Analysis, from: number, to: number) {
  const first = tokens[stream.tokens[from] ?? -1]
  const last = tokens[stream.tokens[to] ?? -1]
  return first && last ? { from: first.start, to: last.end } : null
}

function phraseWords({ analysis, category }: Telling): SpokenWords[] {
  const heard = analysis.topics.scores.find((score) => score.category === category.id)
  return (heard?.spans ?? []).flatMap(({ from, to }, at) => {
    const where = placed(analysis, from, to)
    const why = `frasa: ${heard?.phrases[at] ?? ''}`
    return where ? [{ ...where, for: 'category' as const, why, weight: 1 }] : []
  })
}

/** Less than this is the hum of every word; more than so many words explain nothing. */
const LEAST_SHARE = 0.1
const MOST_WORDS = 8

function modelWords({ analysis, category, against, shares }: Telling): SpokenWords[] {
  if (!shares || !against) return []
  const all = [...shares(analysis, category.id, against.id)].map((share, at) => ({ share, at }))
  return all
    .filter(({ share, at }) => share >= LEAST_SHARE && !analysis.stream.words[at]?.startsWith('<'))
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_WORDS)
    .flatMap(({ share, at }) => {
      const where = placed(analysis, at, at)
      const weight = Math.round(share * 100) / 100
      const why = `model: +${inIndonesian(weight)} untuk ${category.label}`
      return where ? [{ ...where, for: 'category' as const, why, weight }] : []
    })
}

const inIndonesian = (value: number) => value.toFixed(value < 0.95 ? 2 : 1).replace('.', ',')

/** Cues that are the form of each kind of post; danger and integrity stand below. */
const FORMS: Record<Kind, RegExp> = {
  complaint: /^form\.(defect|simile|ruin)$/,
  allegation: /^form\.illegal$/,
  suggestion: /^form\.wish$/,
  question: /^form\.(ask|when|hoax)$/,
  praise: /^form\.(praise|done)$/,
  emergency: /^danger\.now$/,
  irrelevant: /^noise\./,
}

function cueWords({ analysis, reading, category, spotCues }: Telling): SpokenWords[] {
  const hits = spotCues(analysis.stream.said)
  const grave = reading.urgency === 'P1' || reading.urgency === 'P2'
  const show = (like: (cue: string) => boolean, as: SpokenWords['for'], says: string) =>
    hits
      .filter(({ cue }) => like(cue))
      .flatMap((hit) => cueWord(analysis, hit, as, `${says}: ${hit.phrase}`))
  const form = FORMS[reading.kind]
  return [
    ...show((cue) => form.test(cue), 'kind', 'bentuk'),
    ...(grave ? show((cue) => cue.startsWith('danger.'), 'danger', 'tanda bahaya') : []),
    ...(reading.confidential
      ? show((cue) => SECRETS.test(cue), 'confidential', 'tanda rahasia')
      : []),
    ...(grave ? escalations(analysis, category) : []),
  ]
}

const SECRETS = /^(integrity|violence)\b/

function cueWord(
  analysis: Analysis,
  { from, to }: CueHit,
  as: SpokenWords['for'],
  why: string,
): SpokenWords[] {
  const where = placed(analysis, from, to)
  return where ? [{ ...where, for: as, why, weight: 1 }] : []
}

/** The taxonomy's cues stand in the text as they are written; a stem may hide one, and then it is only named. */
function escalations({ topics, text }: Analysis, category: Category): SpokenWords[] {
  const lower = text.toLowerCase()
  return (topics.escalations.get(category.id) ?? []).flatMap((cue) => {
    const from = lower.indexOf(cue.toLowerCase())
    const why = `menaikkan urgensi: ${cue}`
    return from < 0 ? [] : [{ from, to: from + cue.length, for: 'danger' as const, why, weight: 1 }]
  })
}

function placeWords({ analysis, government }: Telling): SpokenWords[] {
  const { where, tokens, text } = analysis
  return runsOf(where.masked).flatMap(([first, last]) => {
    const from = tokens[first]?.start
    const to = tokens[last]?.end
    if (from === undefined || to === undefined) return []
    const why = placeReason(text.slice(from, to), analysis, government)
    return [{ from, to, for: 'place' as const, why, weight: 1 }]
  })
}

function placeReason(written: string, { where }: Analysis, government: Government | null): string {
  const key = roadKey(written)
  const road = government?.roads.find(({ name, aliases }) =>
    [name, ...aliases].some((each) => roadKey(each) === key),
  )
  if (road) return `daftar ruas: ${road.name} (${ROAD_STATUS[road.status]})`
  const area = where.areaName ? ` (${where.areaName})` : ''
  if (where.place && written.toLowerCase().includes(where.place.name.toLowerCase()))
    return `tempat: ${where.place.name}${area}`
  return `nama tempat: ${written}`
}

const ROAD_STATUS = {
  national: 'jalan nasional',
  province: 'jalan provinsi',
  regency: 'jalan kabupaten/kota',
  village: 'jalan desa',
  toll: 'jalan tol',
  special: 'jalan khusus',
} as const

/** Token indices → first and last of each unbroken run. */
function runsOf(masked: Set<number>): [number, number][] {
  const runs: [number, number][] = []
  for (const at of [...masked].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === at - 1) last[1] = at
    else runs.push([at, at])
  }
  return runs
}
