import { describe, expect, it } from 'vitest'
import { CITIZEN_SIGNS } from '../../src/language/citizen-signs.ts'
import { PRESS_SIGNS } from '../../src/language/press-signs.ts'
import { built, createSignFinder, type Sign, saying } from '../../src/language/sign-finder.ts'
import { corpusPosts } from '../support/post-files.ts'

describe('the signs of a text', () => {
  const signs = createSignFinder([
    saying('sapa', 'pak, bu, pak wali'),
    built('jam', /\bpukul \d{1,2}\b/iu, 'pukul '),
    built('titik', /\.$/u),
  ])

  it('are named in the order in which they are listed', () => {
    expect(signs('Pukul 7 belum nyala, Pak.')).toEqual(['sapa', 'jam', 'titik'])
  })

  it('are heard in words of their own only, in capitals or not', () => {
    expect(signs('paksa buka')).toEqual([])
    expect(signs('PAK WALI!')).toEqual(['sapa'])
  })

  it('that are a pattern are not there because its letters are', () => {
    expect(signs('pukul berapa')).toEqual([])
  })

  it('of one text do not stay for the next', () => {
    expect(signs('bu')).toEqual(['sapa'])
    expect(signs('')).toEqual([])
  })
})

/** Each pattern asked everywhere. */
const withoutNeeds = (sign: Sign): Sign => ({ ...sign, needs: [] })

it.each([
  ['press', PRESS_SIGNS],
  ['citizens', CITIZEN_SIGNS],
])('the letters that patterns of %s need stand wherever they fit', async (_, all) => {
  const patterns = all.filter(({ pattern }) => pattern !== null)
  const quick = createSignFinder(patterns)
  const slow = createSignFinder(patterns.map(withoutNeeds))
  const texts = (await corpusPosts(10_000)).map(({ text }) => text)
  const differing = texts.filter((text) => quick(text).join() !== slow(text).join())
  expect(texts.length).toBeGreaterThan(1000)
  expect(differing).toEqual([])
})
