/**
 * Which topic to name first, and which three to offer: a wrong topic at the right owner costs a
 * click, a wrong owner costs days. So a topic is worth its own probability and that of all topics
 * that share an owner with it, and the second and third are sought where the first has no owner.
 */
import type { Category, Taxonomy } from '../core/configuration.ts'
import type { Ranked } from './topic-choice.ts'

/** At most three, the one to name first. */
export type ChooseForOwners = (ranked: Ranked[]) => Ranked[]

/** The share of its owners in the worth of the first topic, and in that of the others offered. */
const OWNERS_OF_FIRST = 0.4
const OWNERS_OF_OTHERS = 0.6
/** Power of the probabilities: real reports are surer of themselves than they are right. */
const DOUBT = 0.7
/** What comes after these adds to no sum. */
const LOOKED_AT = 20
const OFFERED = 3

export function createOwnerChoice({ categories }: Taxonomy): ChooseForOwners {
  const owners = new Map(categories.map((category) => [category.id, ownersOf(category)]))
  const share = (one: string, other: string) =>
    one === other || (owners.get(one) ?? []).some((code) => owners.get(other)?.includes(code))
  const width = categories.length
  const index = new Map(categories.map(({ id }, at) => [id, at]))
  const kin = Uint8Array.from({ length: width * width }, (_, at) => {
    const [one, other] = [categories[Math.floor(at / width)], categories[at % width]]
    return one && other && share(one.id, other.id) ? 1 : 0
  })
  const isKin = (one: Ranked, other: Ranked) =>
    kin[(index.get(one.category) ?? 0) * width + (index.get(other.category) ?? 0)] === 1
  return (ranked) => chosenFrom(ranked.slice(0, LOOKED_AT), isKin)
}

function chosenFrom(ranked: Ranked[], isKin: (one: Ranked, other: Ranked) => boolean): Ranked[] {
  const left = ranked.map((each) => ({ each, own: each.probability ** DOUBT, covered: false }))
  const chosen: Ranked[] = []
  while (chosen.length < OFFERED && left.length > 0) {
    const share = chosen.length === 0 ? OWNERS_OF_FIRST : OWNERS_OF_OTHERS
    const worths = left.map(({ each, own }) => {
      const kin = left.filter((other) => !other.covered && isKin(each, other.each))
      return (1 - share) * own + share * kin.reduce((sum, other) => sum + other.own, 0)
    })
    const [best] = left.splice(worths.indexOf(Math.max(...worths)), 1)
    if (!best) break
    chosen.push(best.each)
    for (const other of left) other.covered ||= isKin(best.each, other.each)
  }
  return chosen
}

function ownersOf({ owner }: Category): string[] {
  return [owner.regency, owner.province, owner.external].filter((code) => code !== null)
}
