import { beforeAll, describe, expect, test } from 'vitest'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import { AUTHORITIES, KINDS, URGENCIES } from '../../src/core/reading.ts'
import { NOISE_SORTS } from './noise-sorts.ts'
import { type EvalPost, readPosts } from './posts.ts'

let posts: EvalPost[]
let categories: string[]

beforeAll(async () => {
  posts = await readPosts('config/corpus')
  const { configuration } = await loadConfiguration('config')
  categories = configuration.taxonomy.categories.map(({ id }) => id)
})

/** Ids, so that a failure names the posts to be put right. */
const idsOf = (wrong: (post: EvalPost) => boolean) => posts.filter(wrong).map(({ id }) => id)

describe('every post of the corpus', () => {
  test('that is noise says of which sort, and no other post does', () => {
    expect(idsOf(({ kind, sort }) => (kind === 'irrelevant') !== (sort !== undefined))).toEqual([])
    expect(idsOf(({ sort }) => sort !== undefined && !Object.hasOwn(NOISE_SORTS, sort))).toEqual([])
  })

  test('in Malay is of the sort Malay, if it is noise', () => {
    const isNoise = ({ kind }: EvalPost) => kind === 'irrelevant'
    expect(
      idsOf((post) => isNoise(post) && (post.language === 'ms') !== (post.sort === 'malay')),
    ).toEqual([])
  })

  test('has a kind, a category, an urgency and an authority that exist', () => {
    expect(idsOf(({ kind }) => !KINDS.includes(kind))).toEqual([])
    expect(idsOf(({ category }) => !categories.includes(category))).toEqual([])
    expect(idsOf(({ urgency }) => !URGENCIES.includes(urgency))).toEqual([])
    expect(idsOf(({ authority }) => !AUTHORITIES.includes(authority))).toEqual([])
  })

  test('has an id of its own', () => {
    expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length)
  })
})
