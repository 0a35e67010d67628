import { expect, it } from 'vitest'
import type { Category, Taxonomy } from '../../src/core/configuration.ts'
import { phraseRule } from '../../src/core/rule-name.ts'
import { createTopicRules } from '../../src/language/topic-rules.ts'
import { wordOf } from '../../src/language/words.ts'

const category = (id: string, phrases: string[], anchors: string[] = []) =>
  ({ id, phrases, anchors, negative: [], escalateIf: [], owner: {} }) as unknown as Category
const TAXONOMY = {
  categories: [
    category('jalan.rusak', ['jalan berlubang', 'jln berlubang', 'jalan amblas'], ['aspal']),
    category('drainase.banjir', ['jalan berlubang'], ['banjir']),
  ],
  functions: {},
  external: {},
} as unknown as Taxonomy

const words = (text: string) => text.replace('jln', 'jalan').split(' ')
const heard = (text: string, ...silenced: string[]) =>
  createTopicRules(
    TAXONOMY,
    words,
    silenced,
  )(words(text).map(wordOf)).scores.map(({ category: id }) => id)

it('a silenced phrase is not heard, and what the normaliser takes for the same is silent with it', () => {
  const rule = phraseRule('jalan.rusak', 'jalan berlubang')
  expect(heard('jalan berlubang')).toEqual(['jalan.rusak', 'drainase.banjir'])
  expect(heard('jln berlubang', rule)).toEqual(['drainase.banjir'])
})

it('every other phrase of the category goes on being heard', () => {
  expect(heard('jalan amblas', phraseRule('jalan.rusak', 'jalan berlubang'))).toEqual([
    'jalan.rusak',
  ])
})

it('an anchor is silenced by its name as well', () => {
  expect(heard('aspal')).toEqual(['jalan.rusak'])
  expect(heard('aspal', phraseRule('jalan.rusak', 'aspal'))).toEqual([])
})
