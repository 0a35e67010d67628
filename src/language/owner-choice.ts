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
  return (ranked) => {
    const top = ranked.slice(0, LOOKED_AT)
    return chosenFrom(top, {
      kin,
      width,
      places: top.map(({ category }) => index.get(category) ?? 0),
    })
  }
}

/** Which of the ranked topics share an owner. */
interface Kinship {
  /** A square: 1 where the two categories share one. */
  kin: Uint8Array
  width: number
  /** Of each ranked topic among the categories. */
  places: number[]
}

const areKin = ({ kin, width, places }: Kinship, one: number, other: number): boolean =>
  kin[(places[one] as number) * width + (places[other] as number)] === 1

function chosenFrom(ranked: Ranked[], kinship: Kinship): Ranked[] {
  const own = ranked.map(({ probability }) => probability ** DOUBT)
  const covered = ranked.map(() => false)
  const chosen: number[] = []
  while (chosen.length < Math.min(OFFERED, ranked.length)) {
    const best = worthiest(own, covered, chosen, kinship)
    chosen.push(best)
    for (let at = 0; at < own.length; at++) covered[at] ||= areKin(kinship, best, at)
  }
  return chosen.map((at) => ranked[at] as Ranked)
}

/** The first with the most worth of those not chosen yet. */
function worthiest(own: number[], covered: boolean[], chosen: number[], kinship: Kinship): number {
  const share = chosen.length === 0 ? OWNERS_OF_FIRST : OWNERS_OF_OTHERS
  let best = -1
  let most = -1
  for (let at = 0; at < own.length; at++) {
    if (chosen.includes(at)) continue
    const worth = (1 - share) * (own[at] as number) + share * kinOf(at, own, covered, kinship)
    if (worth <= most) continue
    most = worth
    best = at
  }
  return best
}

/** What its uncovered kin add up to. */
function kinOf(at: number, own: number[], covered: boolean[], kinship: Kinship): number {
  let sum = 0
  for (let other = 0; other < own.length; other++)
    if (!covered[other] && areKin(kinship, at, other)) sum += own[other] as number
  return sum
}

function ownersOf({ owner }: Category): string[] {
  return [owner.regency, owner.province, owner.external].filter((code) => code !== null)
}
