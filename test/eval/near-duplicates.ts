/** Posts that say nearly the same in nearly the same words: they teach and test nothing new. */
import { fingerprint } from '../../src/language/fingerprint.ts'
import type { EvalPost } from './posts.ts'
import type { Sheet } from './sheet.ts'

/** Jaccard over single words and pairs of words, at least this: one post written twice. */
const NEAR = 0.6

interface Shingled {
  id: string
  writer: string
  group: string | null
  negative: boolean
  shingles: Set<string>
}

export function tellNearDuplicates(sheet: Sheet, posts: EvalPost[], others: Texts): void {
  sheet.heading('near-duplicates, Jaccard ≥ 0.6 over words and pairs of words')
  const index = createIndex()
  const [within, across, unlabelled] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const post of posts) {
    const own = shingled(post)
    for (const other of index.near(own)) {
      ;(other.writer === own.writer ? within : across).add(own.id)
      if (!isMeant(own, other)) unlabelled.add(own.id)
    }
    index.add(own)
  }
  sheet.share('of an earlier post of the same writer', within.size, posts.length)
  sheet.share('of a post of another writer', across.size, posts.length)
  sheet.share('and neither of one group nor a hard negative', unlabelled.size, posts.length)
  if (unlabelled.size > 0) sheet.line([...unlabelled].slice(0, 40).join(' '))
  const copied = others.filter((text) => index.near(shingled({ ...text, writer: '' })).length > 0)
  if (others.length > 0) sheet.share('reports that a post resembles', copied.length, others.length)
}

/** Paraphrases and hard negatives are alike on purpose. */
function isMeant(own: Shingled, other: Shingled): boolean {
  return own.negative || other.negative || (own.group !== null && own.group === other.group)
}

type Texts = { id: string; text: string }[]

type Shingling = Pick<EvalPost, 'id' | 'text' | 'writer' | 'group' | 'negativeOf'>

function shingled(post: Shingling) {
  const words = wordsOf(post.text)
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`)
  const { id, writer, group = null, negativeOf } = post
  const shingles = new Set([...words, ...pairs])
  return { id, writer, group, negative: !!negativeOf, shingles, words }
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** MinHash bands propose, the exact Jaccard decides; at 0.6 the bands miss one pair in fifty. */
function createIndex() {
  const bands = new Map<string, Shingled[]>()
  const bandsOf = ({ words }: { words: string[] }) => fingerprint(words).bands
  return {
    near(own: Shingled & { words: string[] }): Shingled[] {
      const candidates = new Set(bandsOf(own).flatMap((band) => bands.get(band) ?? []))
      return [...candidates].filter((other) => jaccard(own.shingles, other.shingles) >= NEAR)
    },
    add(own: Shingled & { words: string[] }): void {
      for (const band of bandsOf(own)) bands.set(band, [...(bands.get(band) ?? []), own])
    },
  }
}

function jaccard(a: Set<string>, b: Set<string>): number {
  let shared = 0
  for (const shingle of a) if (b.has(shingle)) shared++
  return shared / (a.size + b.size - shared || 1)
}
