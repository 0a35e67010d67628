/** Which words of a post tell one problem from another, and how much each tells. */
import type { SpokenName, TellingWords } from '../core/gatherable.ts'
import { isFine, placeWords } from '../core/place-words.ts'
import { hashText } from './hash.ts'
import type { Model } from './model.ts'
import { marksOfName, placeMarks } from './place-marks.ts'
import type { Analysis } from './post-analysis.ts'
import { withNumbers } from './said-numbers.ts'
import type { Token } from './tokens.ts'
import { rowOf } from './vocabulary.ts'

/** As `featuresOf` hashes single words. */
const WORD_SEED = 11
/** Rarity of a word that no post of the corpus has, or has once: most such words are names. */
const UNSEEN = 10
/** Words that are in every second post ("tidak", "di") tell nothing. */
const LEAST_RARITY = 3.2
const MOST_WORDS = 48
const MOST_LETTERS = 600
/** "Sukamaju" is the name of a hundred villages: then the name says nothing of the area. */
const MOST_CODES = 12

export function tellingWords(analysis: Analysis, model: Model | null): TellingWords {
  const { stream, tokens, where } = analysis
  const written = withNumbers(stream.words)
  const rarities = new Map<string, number>()
  withNumbers(stream.stems).forEach((root, at) => {
    if (root.startsWith('<') || root.length < 2) return
    const rarity = rarityOf(written[at] ?? root, model)
    if (rarity >= LEAST_RARITY) rarities.set(root, rarity)
  })
  const names = spokenNames(where.names, model)
  const named = new Set(names.flatMap((name) => name.words.map(([word]) => word)))
  const spoken = withNumbers(tokens.map(({ lower }) => lower))
  return {
    words: [...rarities].sort((a, b) => b[1] - a[1]).slice(0, MOST_WORDS),
    names,
    marks: [...new Set([...marksOfNames(where.names), ...placeMarks(spoken, named)])],
    said: said(tokens),
  }
}

const marksOfNames = (names: Analysis['where']['names']) =>
  names.flatMap(({ name, level }) => (isFine(level) ? marksOfName(name) : []))

function spokenNames(names: Analysis['where']['names'], model: Model | null): SpokenName[] {
  const wide = new Set(
    names.filter(({ level }) => !isFine(level)).flatMap(({ name }) => placeWords(name)),
  )
  const found = new Map<string, SpokenName>()
  for (const { name, level, codes } of names) {
    const fine = isFine(level)
    const own = placeWords(name)
    const words = fine && own.every((word) => wide.has(word)) ? withKind(name, own) : own
    if (words.length === 0) continue
    const rated = words.map((word): [string, number] => [word, rarityOf(word, model)])
    found.set(`${words.join(' ')} ${fine}`, {
      words: rated,
      fine,
      codes: codes.slice(0, MOST_CODES),
    })
  }
  return [...found.values()]
}

/** Of "RSUD Kayuagung" the town alone would be the market of Kayuagung, too. */
function withKind(name: string, own: string[]): string[] {
  const kind = sameKind(name.toLowerCase()).split(/\s+/)[0] ?? ''
  return own.length > 0 && !own.includes(kind) ? [`${kind}${own.join('')}`] : []
}

const sameKind = (text: string) =>
  text
    .replace(/\brsud?\b|\brumah sakit( umum)?( daerah)?\b/g, 'rs')
    .replace(/\b(sd|smp|sma|smk)n\b/g, '$1')

/** The words as they were written, for finding another post's place name that we did not see. */
function said(tokens: Token[]): string {
  const plain = tokens.filter(
    ({ kind }) => kind === 'word' || kind === 'number' || kind === 'hashtag',
  )
  return sameKind(plain.map(({ lower }) => lower.replace(/[#-]/g, ' ').trim()).join(' ')).slice(
    0,
    MOST_LETTERS,
  )
}

/** As the model learned it; without a model every word is rare. */
function rarityOf(word: string, model: Model | null): number {
  if (!model) return UNSEEN
  const row = rowOf(model.vocabulary, hashText(word, WORD_SEED))
  return row < 0 ? UNSEEN : round(model.idf[row] as number)
}

const round = (value: number) => Math.round(value * 10) / 10
