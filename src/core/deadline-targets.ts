/** What each clock aims at, by the government's preset and its own numbers. */

import type { Government, Taxonomy } from './configuration.ts'
import type { Deadlines, Preset, Target } from './deadline-settings.ts'
import type { Urgency } from './reading.ts'

export interface Targets {
  answer(urgency: Urgency): Target
  citizen(category: string): Target
  triage: Target
  followUp: Target
  reporter: Target
  confirmation: Target
  offer: Target
  /** Looks after a hand-over, counted from it, in working days: tasks and the clock go by them. */
  externalCheck: readonly { workingDays: number }[]
  /** In which a case that was closed because its reporter kept silent can be opened again. */
  reopening: Target
}

type PresetTargets = Required<Omit<Deadlines, 'citizen' | 'preset'>> & {
  /** The settlement of every class; absent, the class says it. */
  settle?: Target
  answer?: Target
}

const days = (workingDays: number): Target => ({ workingDays })
const hours = (n: number): Target => ({ minutes: n * 60 })

/**
 * lapor: SP4N-LAPOR! (verify and forward in 3 working days, coordinate in 5, settle by class in
 * 5/14/60, ten working days of the reporter's window, thirty days in which one who was
 * silent may come back; PermenPANRB 62/2018, kept as a dated preset).
 * dki: CRM Jakarta (coordinate in 6 hours, finish in 7 days). 1x24-jam: WargaKu Surabaya and
 * LaporGub Jateng (an answer within 24 hours).
 */
const LAPOR: PresetTargets = {
  triage: days(3),
  followUp: days(5),
  reporter: days(10),
  confirmation: days(10),
  offer: days(1),
  reopening: hours(30 * 24),
}

const OF_PRESET: Record<Preset, PresetTargets> = {
  lapor: LAPOR,
  dki: { ...LAPOR, triage: hours(6), followUp: hours(6), settle: hours(7 * 24) },
  '1x24-jam': { ...LAPOR, triage: hours(24), followUp: hours(24), answer: hours(24) },
}

/** Where a class says nothing: a complaint without inspection. */
const USUAL_SETTLEMENT = days(14)
/** Two looks after the hand-over (domain §2.4). */
const EXTERNAL_CHECKS = [{ workingDays: 5 }, { workingDays: 14 }]

/** Working minutes to the first answer, and of the wall clock for P1: an emergency knows no office. */
export const targetsOf = (
  { deadlines = {}, firstResponseMinutes }: Pick<Government, 'deadlines' | 'firstResponseMinutes'>,
  { categories, slaClasses }: Pick<Taxonomy, 'categories' | 'slaClasses'>,
): Targets => {
  const preset = OF_PRESET[deadlines.preset ?? 'lapor']
  const classOf = new Map(categories.map(({ id, slaClass }) => [id, slaClass]))
  const ofClass = (name: string): Target => {
    const own = deadlines.citizen?.[name]
    if (own ?? preset.settle) return (own ?? preset.settle) as Target
    const settled = slaClasses[name]?.followUpWorkingDays
    return settled === undefined ? USUAL_SETTLEMENT : days(settled)
  }
  return {
    answer: (urgency) => {
      if (urgency === 'P1') return { minutes: firstResponseMinutes.P1 }
      return preset.answer ?? { workingMinutes: firstResponseMinutes[urgency] }
    },
    citizen: (category) => ofClass(classOf.get(category) ?? ''),
    triage: deadlines.triage ?? preset.triage,
    followUp: deadlines.followUp ?? preset.followUp,
    reporter: deadlines.reporter ?? preset.reporter,
    confirmation: deadlines.confirmation ?? preset.confirmation,
    offer: deadlines.offer ?? preset.offer,
    externalCheck: EXTERNAL_CHECKS,
    reopening: deadlines.reopening ?? preset.reopening,
  }
}
