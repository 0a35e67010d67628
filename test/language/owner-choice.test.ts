import { beforeAll, describe, expect, it } from 'vitest'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import { type ChooseForOwners, createOwnerChoice } from '../../src/language/owner-choice.ts'
import { loadSettings } from '../../src/settings.ts'

let choose: ChooseForOwners

beforeAll(async () => {
  const { configuration } = await loadConfiguration(loadSettings().configDir)
  choose = createOwnerChoice(configuration.taxonomy)
}, 60_000)

const chosen = (ranked: Record<string, number>) =>
  choose(Object.entries(ranked).map(([category, probability]) => ({ category, probability }))).map(
    ({ category }) => category,
  )

describe('the owner counts beside the topic', () => {
  it('of two nearly equal topics the one whose owner has more of them comes first', () => {
    const [first] = chosen({
      'listrik.padam_pln': 0.36,
      'jalan.rusak': 0.34,
      'jalan.jembatan': 0.3,
    })
    expect(first).toBe('jalan.rusak')
  })

  it('a clear topic stays first, however many share another owner', () => {
    const [first] = chosen({ 'listrik.padam_pln': 0.6, 'jalan.rusak': 0.2, 'jalan.jembatan': 0.2 })
    expect(first).toBe('listrik.padam_pln')
  })

  it('the second that is offered has another owner than the first', () => {
    const three = chosen({ 'jalan.rusak': 0.5, 'jalan.jembatan': 0.2, 'listrik.pju': 0.18 })
    expect(three).toEqual(['jalan.rusak', 'listrik.pju', 'jalan.jembatan'])
  })

  it('offers no more than there is', () => {
    expect(chosen({ 'jalan.rusak': 1 })).toEqual(['jalan.rusak'])
    expect(chosen({})).toEqual([])
  })
})
