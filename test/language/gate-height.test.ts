import { beforeAll, describe, expect, it } from 'vitest'
import { KINDS } from '../../src/core/reading.ts'
import { gateHeight, type HeightQuestion } from '../../src/language/gate-height.ts'
import type { KindProbabilities } from '../../src/language/kind-choice.ts'
import type { Analyser } from '../../src/language/post-analysis.ts'
import { bareAnalyser, shippedConfiguration } from '../support/shipped-reader.ts'

let analyse: Analyser

beforeAll(async () => {
  analyse = bareAnalyser(await shippedConfiguration())
}, 60_000)

const OPENLY = {
  confidential: false,
  grave: false,
  feared: false,
  integrity: false,
  doubted: false,
  category: null,
  because: [],
}
const CALM = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as KindProbabilities

/** What keeps a post out: the higher, the more clearly it must be noise. */
function height(text: string, changes: Partial<HeightQuestion> = {}): number {
  const analysis = analyse({ id: 'x', text })
  const question = { analysis, kinds: CALM, secret: OPENLY, account: null, platform: 'tiktok' }
  return gateHeight({ ...question, ...changes })
}

const PLAIN = 'jalan di depan pasar berlubang'
const perhaps = (emergency: number) => ({ kinds: { ...CALM, emergency } })

describe('it takes more to keep a post out', () => {
  it('when it calls somebody by a handle', () => {
    expect(height(`@pemkotcontoh ${PLAIN}`)).toBeGreaterThan(height(PLAIN))
  })

  it('when it came to a complaint desk, where it is never kept out with a service in it', () => {
    expect(height(PLAIN, { platform: 'lapor' })).toBeGreaterThan(50)
  })

  it('when it may be an emergency, most of all when somebody cries for help', () => {
    const told = height('gudang di pasar lama terlalap', perhaps(0.1))
    const cried = height('tolong gudang di pasar lama terlalap!', perhaps(0.1))
    expect(told).toBeGreaterThan(height('gudang di pasar lama terlalap'))
    expect(cried).toBeGreaterThan(told)
    expect(height(PLAIN, perhaps(0.9))).toBeGreaterThan(50)
  })

  it('when a body is hurt in it, though the model believes in no emergency', () => {
    expect(height('siswa pingsan di lapangan')).toBeGreaterThan(height(PLAIN))
  })

  it('when it may be about bribes or violence, the more the graver', () => {
    const feared = height(PLAIN, { secret: { ...OPENLY, confidential: true } })
    const grave = height(PLAIN, { secret: { ...OPENLY, confidential: true, grave: true } })
    expect(feared).toBeGreaterThan(height(PLAIN))
    expect(grave).toBeGreaterThan(feared)
  })
})

describe('it takes less', () => {
  it('when an office or the press speaks', () => {
    expect(height(PLAIN, { account: 'office' })).toBeLessThan(height(PLAIN))
    expect(height(PLAIN, { account: 'press' })).toBeLessThan(height(PLAIN))
  })

  it('when a trial is only retold', () => {
    const secret = { ...OPENLY, confidential: true, grave: true }
    const retold = 'kapolres menyebutkan tersangka diamankan, ujarnya'
    expect(height(retold, { secret })).toBe(height(PLAIN))
  })
})
