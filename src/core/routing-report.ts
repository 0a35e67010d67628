/** What wrong routing cost: who got it, whose it was, how long it took, and what had led there. */
import { type Correction, type Grounds, NOT_A_SERVICE } from './correction.ts'

/** A case that was put right, oldest correction first. */
export interface RoutedCase {
  openedAt: Date
  /** Since when its citizen waits: with a post that was kept out at first, the longer time. */
  firstPostAt: Date
  confidential: boolean
  corrections: (Omit<Correction, 'before'> & { before: Correction['before'] & Grounds; at: Date })[]
}

export interface Cost {
  n: number
  /** By the wall clock, and in office hours. */
  hours: number
  workingHours: number
}

export interface RoutingReport {
  /** Owners as ids; `triage` is the triage desk, `spam.non_layanan` nobody. */
  confusion: ({ from: string; to: string } & Cost)[]
  /** "model" where no rule had spoken. */
  rules: ({ rule: string } & Cost)[]
  categories: { from: string; to: string; n: number }[]
  /** Not told one by one: few cases would tell who was accused. */
  confidential: number
}

export const TRIAGE = 'triage'
export const NO_RULE = 'model'

const HOUR_MS = 3_600_000

interface Detour extends Cost {
  from: string
  to: string
  rules: string[]
}

/** Working minutes between two moments, and whether an owner answers for a category. */
export interface ReportRules {
  workingMinutes(from: Date, to: Date): number
  isDutyOf(owner: string, category: string): boolean
}

export const reportRouting = (cases: RoutedCase[], rules: ReportRules): RoutingReport => {
  const open = cases.filter(({ confidential }) => !confidential)
  const detours = open.flatMap((each) => detourOf(each, rules) ?? [])
  const byRule = detours.flatMap((detour) =>
    (detour.rules.length > 0 ? detour.rules : [NO_RULE]).map((rule) => ({ ...detour, rule })),
  )
  return {
    confusion: added(detours, ({ from, to }) => ({ from, to })),
    rules: added(byRule, ({ rule }) => ({ rule })),
    categories: categoriesOf(open),
    confidential: cases.length - open.length,
  }
}

/** From the first owner to the one who kept it; none where it came back to where it had been. */
const detourOf = (
  { openedAt, firstPostAt, corrections }: RoutedCase,
  { workingMinutes, isDutyOf }: ReportRules,
): Detour | null => {
  const moves = corrections.filter(isMove)
  const [first, last] = [moves[0], moves.at(-1)]
  if (!first || !last || last.act === 'a-service') return null
  const [from, to] = [ownerOf(first.before), ownerOf(last.after)]
  if (from === to) return null
  const since = isKeptOut(first.before) ? firstPostAt : openedAt
  const hours = Math.max(0, last.at.getTime() - since.getTime()) / HOUR_MS
  const workingHours = workingMinutes(since, last.at) / 60
  const named = corrections.some(isNewCategory)
  const clear = !named && last.act === 'transfer' && isDutyOf(to, first.before.category)
  return { from, to, n: 1, hours, workingHours, rules: causeOf(first.before, clear) }
}

/** Where the right owner answers for the category, too, it was not the category that misled. */
const causeOf = ({ rules, ownerRules = [] }: Grounds, isCategoryRight: boolean): string[] =>
  isCategoryRight && ownerRules.length > 0 ? ownerRules : rules

const isNewCategory = ({ act, before, after }: RoutedCase['corrections'][number]): boolean =>
  act === 'recategorise' && before.category !== after.category

/** Read as no service at all: nobody had it. */
const isKeptOut = ({ kind }: Correction['before']): boolean => kind === 'irrelevant'

/** It went from one owner to another; also one that was kept out until somebody called it a complaint. */
const isMove = ({ act, before }: RoutedCase['corrections'][number]): boolean =>
  ['transfer', 'not-a-service', 'a-service'].includes(act) ||
  (act === 'recategorise' && isKeptOut(before))

const ownerOf = ({ category, agencyId, proposedOwner }: Correction['after']): string =>
  category === NOT_A_SERVICE ? NOT_A_SERVICE : (agencyId ?? proposedOwner ?? TRIAGE)

/** Sums what has the same name; the dearest first. */
const added = <Row extends Cost, Name extends object>(
  rows: Row[],
  nameOf: (row: Row) => Name,
): (Name & Cost)[] => {
  const sums = new Map<string, Name & Cost>()
  for (const row of rows) {
    const name = nameOf(row)
    const key = JSON.stringify(name)
    const sum = sums.get(key) ?? { ...name, n: 0, hours: 0, workingHours: 0 }
    sum.n += row.n
    sum.hours += row.hours
    sum.workingHours += row.workingHours
    sums.set(key, sum)
  }
  return [...sums.values()].sort((a, b) => b.hours - a.hours)
}

const categoriesOf = (cases: RoutedCase[]) => {
  const changes = cases
    .flatMap(({ corrections }) => corrections)
    .filter(isNewCategory)
    .map(({ before, after }) => ({ from: before.category, to: after.category }))
    .map((change) => ({ ...change, n: 1, hours: 0, workingHours: 0 }))
  return added(changes, ({ from, to }) => ({ from, to }))
    .map(({ from, to, n }) => ({ from, to, n }))
    .sort((a, b) => b.n - a.n)
}
