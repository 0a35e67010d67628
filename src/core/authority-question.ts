/** What is asked of a rule of authority, what it says, and the answers that all rules build on. */
import type {
  AuthorityEntry,
  Category,
  GovernmentLevel,
  RoadRegisterEntry,
} from './configuration.ts'
import type { Authority } from './reading.ts'

/** What the words of a post say about ownership; made by the language room. */
export interface OwnershipClues {
  road: RoadRegisterEntry | null
  /** Names of the clues heard: "road.national", "school.middle", "tax.vehicle" … */
  heard: ReadonlySet<string>
  /** Bodies outside regional government that are named: "pln", "bpn". */
  bodies?: ReadonlySet<string>
}

export interface AuthorityQuestion {
  category: Category
  clues: OwnershipClues
  /** Level of the government that listens; null where none is given. */
  level: GovernmentLevel | null
  /** Danger to life now: help goes first, whose road it is comes after. */
  urgent?: boolean
  /** The place lies in a regency or city of the province that listens. */
  below?: boolean
  /** The post names a place at all. */
  placed?: boolean
  /** The dated laws of the taxonomy, and the local day of the post. */
  entries?: readonly AuthorityEntry[]
  on?: string | null
}

export interface AuthorityAnswer {
  authority: Authority
  /** Function code or external body code; null where the category has no owner. */
  function: string | null
  because: string
  /** Name of the rule that decided (core/rule-name.ts). */
  by?: string
  /** The law in force on the day of the post. */
  basis?: string
  /** The status that decides is not known: somebody has to look it up, the case has an owner already. */
  unsure?: true
}

export type Rule = (question: AuthorityQuestion) => AuthorityAnswer

export function answer(
  { category }: AuthorityQuestion,
  authority: Authority,
  because: string,
  override?: string,
): AuthorityAnswer {
  return { authority, function: override ?? ownerAt(category, authority), because }
}

function ownerAt({ owner }: Category, authority: Authority): string | null {
  if (authority === 'national' || authority === 'private') return owner.external ?? owner.regency
  if (authority === 'province') return owner.province ?? owner.regency
  return owner.regency ?? owner.province ?? owner.external
}

/** "The first government asked is the first owner", unless its level has no such duty. */
export function ownLevel(question: AuthorityQuestion): AuthorityAnswer {
  const { category, level, clues } = question
  if (category.id === 'eko.wisata' && clues.heard.has('form.levy')) {
    return answer(question, 'regency', 'parkir dan karcis wisata dipungut kabupaten/kota')
  }
  if (level === 'province' && category.owner.province !== null) {
    return addressedBelow(question)
      ? answer(question, 'regency', 'yang disapa pemerintah kabupaten/kota')
      : answer(question, 'province', 'urusan ini ada di tingkat provinsi')
  }
  if (category.owner.regency === null && category.owner.external !== null) {
    return answer(question, 'national', 'bukan urusan pemerintah daerah')
  }
  const said = level === null ? 'biasanya urusan kabupaten/kota' : 'urusan kabupaten/kota'
  return answer(question, 'regency', said)
}

/** "Pak Bupati Kaur, …": a place there and its head or government are named, and not ours. */
function addressedBelow({ clues: { heard }, below }: AuthorityQuestion): boolean {
  return below === true && heard.has('means.regency') && !heard.has('means.province')
}

export function regencyOnly(because: string): Rule {
  return (question) => answer(question, 'regency', because)
}

export function provinceOnly(because: string): Rule {
  return (question) => answer(question, 'province', because)
}
