import type { LearningRoom } from '../compose-learning.ts'
import { clockRulesOf } from '../core/clock-rules.ts'
import type { Configuration, Government } from '../core/configuration.ts'
import { NOT_A_SERVICE } from '../core/correction.ts'
import { categoriesOf } from '../core/lesson.ts'
import {
  type Cost,
  NO_RULE,
  type RoutingReport,
  reportRouting,
  TRIAGE,
} from '../core/routing-report.ts'
import { table } from './table.ts'

const DAY_MS = 86_400_000

/** `tanggap train report`: where cases went wrong, what that cost, and what had led there. */
export const tellRouting = async ({
  room,
  governmentId,
  days,
  json,
}: {
  room: LearningRoom
  governmentId: string
  days: number
  json: boolean
}): Promise<number> => {
  const configuration = await room.configurations.current()
  const government = configuration?.governments.find(({ id }) => id === governmentId)
  if (!configuration || !government) return 1
  const since = new Date(room.clock.now().getTime() - days * DAY_MS)
  const { workingMinutesBetween } = clockRulesOf(configuration, government).workingOf(null)
  const cases = await room.learning.routed(governmentId, since)
  const isDutyOf = (owner: string, category: string) =>
    categoriesOf(owner, government, configuration.taxonomy).includes(category)
  const report = reportRouting(cases, { workingMinutes: workingMinutesBetween, isDutyOf })
  process.stdout.write(
    json
      ? `${JSON.stringify({ government: governmentId, since, ...report })}\n`
      : inWords(report, days, government, configuration),
  )
  return 0
}

const inWords = (
  { confusion, rules, categories, confidential }: RoutingReport,
  days: number,
  government: Government,
  { taxonomy }: Configuration,
): string => {
  const owner = (id: string) => nameOf(id, government, taxonomy)
  const label = (id: string) => taxonomy.categories.find((each) => each.id === id)?.label ?? id
  const parts = [
    `${government.name}: kasus yang dibetulkan, ${days} hari terakhir\n`,
    section(
      'Salah alamat (jam sejak kasus dibuka sampai di tangan yang benar)',
      ['dari', 'ke', ...COST_HEAD],
      confusion.map(({ from, to, ...cost }) => [owner(from), owner(to), ...costOf(cost)]),
    ),
    section(
      'Penyebabnya ("model": tidak ada aturan yang berbicara)',
      ['aturan', ...COST_HEAD],
      rules.map(({ rule, ...cost }) => [rule === NO_RULE ? 'model' : rule, ...costOf(cost)]),
    ),
    section(
      'Kategori yang dibetulkan',
      ['dari', 'ke', 'kasus'],
      categories.map(({ from, to, n }) => [label(from), label(to), n]),
    ),
    confidential > 0 ? `${confidential} kasus rahasia tidak dirinci.\n` : '',
  ]
  return `${parts.filter(Boolean).join('\n')}\n`
}

const COST_HEAD = ['kasus', 'jam', 'jam kerja']

const costOf = ({ n, hours, workingHours }: Cost): number[] => [
  n,
  Math.round(hours * 10) / 10,
  Math.round(workingHours * 10) / 10,
]

const section = (title: string, head: string[], rows: (string | number)[][]): string =>
  `${title}\n${rows.length > 0 ? table(head, rows) : '  tidak ada\n'}`

const nameOf = (
  id: string,
  { agencies, region }: Government,
  { external }: Configuration['taxonomy'],
): string => {
  if (id === TRIAGE) return 'Meja pilah'
  if (id === NOT_A_SERVICE) return 'Bukan layanan'
  const agency = agencies.find((each) => each.id === id)
  const other = region.find(({ government }) => id === `government:${government}`)
  return agency?.abbreviation ?? other?.name ?? external[id]?.name ?? id
}
