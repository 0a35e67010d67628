import { describe, expect, it } from 'vitest'
import {
  freshSweep,
  type SweepPage,
  type SweepState,
  turnPage,
} from '../../src/connectors/cursor/sweep.ts'
import { minutesAgo, NOW } from './harness/harness.ts'

const RULES = { now: NOW, overlapMs: 600_000, firstLookMs: 3_600_000, pagesBelow: 0 }
const known = (minutes: number): SweepState => ({
  watermark: minutesAgo(minutes).toISOString(),
  page: null,
})
const page = (minutes: number[], next: string | null, fresh = minutes.length): SweepPage => ({
  times: minutes.map(minutesAgo),
  next,
  fresh,
})
/** Turns the pages until the sweep ends. */
const read = (start: SweepState, pages: SweepPage[]) => {
  let sweep = start
  for (const [index, each] of pages.entries()) {
    const turned = turnPage(sweep, each, RULES)
    sweep = turned.sweep
    if (turned.done) return { pages: index + 1, watermark: sweep.watermark }
  }
  return { pages: Number.POSITIVE_INFINITY, watermark: sweep.watermark }
}

describe('reading a list that is newest first', () => {
  it('ends at the bottom of the list, and knows what was newest', () => {
    const end = read(freshSweep(), [page([1, 2], 'a'), page([3, 4], null)])
    expect(end).toEqual({ pages: 2, watermark: minutesAgo(1).toISOString() })
  })

  it('ends ten minutes below what it knew', () => {
    const pages = [page([1, 25], 'a'), page([35, 39], 'b'), page([41, 42], 'c'), page([50], 'd')]
    expect(read(known(30), pages)).toEqual({ pages: 3, watermark: minutesAgo(1).toISOString() })
  })

  it('does not take one old entry among new ones for the bottom', () => {
    const pages = [page([1, 999, 2], 'a'), page([3, 4, 5], 'b'), page([60, 61], 'c')]
    expect(read(known(30), pages).pages).toBe(3)
  })

  it('leaves a circle of tokens without believing that all was read', () => {
    const pages = [page([1], 'a'), page([2], 'b'), page([3], 'a')]
    expect(read(known(30), pages)).toEqual({ pages: 3, watermark: known(30).watermark })
  })

  it('leaves a platform that shows known pages under ever new tokens', () => {
    const pages = ['a', 'b', 'c', 'd', 'e'].map((token) => page([1, 2], token, 0))
    expect(read(known(30), pages)).toEqual({ pages: 3, watermark: known(30).watermark })
  })

  it('counts a time in the future as now, and none for what is no time', () => {
    expect(read(known(30), [page([-600, 1], null)]).watermark).toBe(NOW.toISOString())
    const broken = { times: [new Date('kemarin')], next: null, fresh: 1 }
    expect(read(known(30), [broken]).watermark).toBe(known(30).watermark)
  })
})
