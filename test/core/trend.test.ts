import { describe, expect, it } from 'vitest'
import { HEAT_WINDOW_MS, heatOf } from '../../src/core/trend.ts'

const NOW = new Date('2026-04-13T03:00:00Z')
const HOUR = 3_600_000
/** So many authors, each this many hours ago. */
const authors = (count: number, hoursAgo: number): Date[] =>
  Array.from({ length: count }, () => new Date(NOW.getTime() - hoursAgo * HOUR))

describe('how hot a case is', () => {
  it.each([
    ['nobody speaks of it', [], 'calm'],
    ['two people within six hours', authors(2, 1), 'calm'],
    ['three people within six hours', authors(3, 1), 'waspada'],
    ['seven people within six hours', authors(7, 6), 'waspada'],
    ['eight people within six hours', authors(8, 6), 'siaga'],
    ['eight people, one of them too long ago', [...authors(7, 1), ...authors(1, 7)], 'waspada'],
    ['24 people within a day, few of them lately', authors(24, 20), 'calm'],
    ['25 people within a day', authors(25, 20), 'viral'],
    ['25 people, one of them the day before', [...authors(24, 2), ...authors(1, 25)], 'siaga'],
    ['a hundred people last week', authors(100, 24 * 7), 'calm'],
  ] as const)('%s', (_what, arrivals, heat) => {
    expect(heatOf([...arrivals], NOW).heat).toBe(heat)
  })

  it('is explained by its figures, and a calm case needs no explanation', () => {
    expect(heatOf(authors(9, 1), NOW).because).toEqual(['9 pelapor dalam 6 jam'])
    expect(heatOf(authors(30, 10), NOW).because).toEqual(['30 pelapor dalam 24 jam'])
    expect(heatOf(authors(1, 1), NOW).because).toEqual([])
  })

  it('cools down by itself', () => {
    const later = new Date(NOW.getTime() + HEAT_WINDOW_MS + 1)
    expect(heatOf(authors(50, 0), later).heat).toBe('calm')
  })
})
