/** What can be learned from what officers did to a case, one act after the other. */
import type { Government, Taxonomy } from './configuration.ts'
import { type Correction, NOT_A_SERVICE } from './correction.ts'
import type { Kind } from './reading.ts'

export interface Lesson {
  /** Category ids of which any is right; empty: unknown. */
  among: string[]
  /** Null: nobody spoke of it. */
  kind: Kind | null
  /** Agency id, external body or `government:<slug>` whose duty it is; null: nobody spoke of it. */
  owner: string | null
}

type Duties = Pick<Taxonomy, 'categories' | 'external'>
type Offices = Pick<Government, 'level' | 'agencies' | 'region'>

const NOTHING: Lesson = { among: [], kind: null, owner: null }

/** @param corrections of one case, oldest first: the last word counts, as far as it goes */
export const lessonOf = (
  corrections: Correction[],
  government: Offices,
  taxonomy: Duties,
): Lesson | null => {
  const lesson = standing(corrections).reduce(
    (known, correction) => learn(known, correction, government, taxonomy),
    NOTHING,
  )
  return lesson.among.length > 0 || lesson.kind ? lesson : null
}

/** A dismissal that was taken back says nothing any more. */
const standing = (corrections: Correction[]): Correction[] => {
  const takenBack = corrections.findLastIndex(({ act }) => act === 'a-service')
  return corrections.filter(({ act }, at) => act !== 'not-a-service' || at > takenBack)
}

const learn = (
  known: Lesson,
  { act, before, after }: Correction,
  government: Offices,
  taxonomy: Duties,
): Lesson => {
  switch (act) {
    case 'recategorise':
      return {
        ...known,
        among: after.category === before.category ? known.among : [after.category],
        kind: after.kind === before.kind ? known.kind : after.kind,
      }
    case 'transfer':
      return ofOwner(known, after.agencyId ?? after.proposedOwner, government, taxonomy)
    case 'not-a-service':
      return { among: [NOT_A_SERVICE], kind: 'irrelevant', owner: null }
    case 'a-service':
      return { ...known, kind: after.kind }
    case 'merge':
    case 'split':
    case 'urgency':
      // they tell which posts belong together, or how grave it is, not what they are about
      return known
  }
}

/**
 * Whoever gets a case without a word about its category says: it is one of those that are its duty.
 * A category that was named before stays, if it is one of them.
 */
const ofOwner = (
  known: Lesson,
  owner: string | null,
  government: Offices,
  taxonomy: Duties,
): Lesson => {
  if (owner === null) return known
  const duties = categoriesOf(owner, government, taxonomy)
  const both = known.among.filter((category) => duties.includes(category))
  return { ...known, among: both.length > 0 ? both : duties, owner }
}

/** The categories that an agency, a body outside or another government answers for. */
export const categoriesOf = (
  owner: string,
  { level, agencies, region }: Offices,
  { categories }: Duties,
): string[] => {
  const agency = agencies.find(({ id }) => id === owner)
  if (agency) {
    const duty = level === 'province' ? 'province' : 'regency'
    return idsOf(
      categories.filter(
        ({ id, owner: of }) => agency.categories?.includes(id) || has(agency.functions, of[duty]),
      ),
    )
  }
  const other = region.find(({ government }) => owner === `government:${government}`)
  // which function of the other government it is, nobody said: any that it has may be meant
  if (other) return idsOf(categories.filter(({ owner: of }) => of[levelOf(other.level)] !== null))
  return idsOf(categories.filter(({ owner: of }) => of.external === owner))
}

const levelOf = (level: Government['level']) => (level === 'province' ? 'province' : 'regency')

const has = (functions: string[], code: string | null): boolean =>
  code !== null && functions.includes(code)

const idsOf = (categories: { id: string }[]): string[] => categories.map(({ id }) => id)
