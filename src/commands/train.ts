/** `tanggap train`: learns from what officers put right; keeps versions, and goes back to one. */
import { parseArgs } from 'node:util'
import { rollBackReader } from '../actions/roll-back-reader.ts'
import { type Trained, trainReader } from '../actions/train-reader.ts'
import { type LearningRoom, layLearning } from '../compose-learning.ts'
import { sentenceOf } from '../core/errors.ts'
import { loadSettings } from '../settings.ts'
import type { Command } from './command.ts'
import { tellModels } from './tell-models.ts'
import { tellRouting } from './tell-routing.ts'
import { withInstallation } from './with-installation.ts'

const USAGE = `Pemakaian:
  tanggap train [--government <slug>] [--dry-run] [--who NAMA]
                     melatih ulang dari pembetulan petugas; dipakai hanya bila lebih baik
  tanggap train list [--government <slug>]
                     versi yang pernah dilatih, dan mana yang dipakai
  tanggap train rollback [--to N] [--government <slug>] [--who NAMA]
                     kembali ke versi sebelumnya, atau ke versi N (0: bawaan)
  tanggap train report [--government <slug>] [--days 90] [--json]
                     salah alamat per OPD, jam yang hilang, dan aturan penyebabnya
Tanpa --government: semua pemerintah daerah.
`

const OPTIONS = {
  government: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  who: { type: 'string', default: 'terminal' },
  to: { type: 'string' },
  days: { type: 'string', default: '90' },
  json: { type: 'boolean', default: false },
} as const

interface Wish {
  room: LearningRoom
  governmentId: string
  who: string
  dryRun: boolean
  to: number | null
  days: number
  json: boolean
}

type Verb = (wish: Wish) => Promise<number>

const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string): number => {
  process.stderr.write(`${line}\n`)
  return 1
}

export const train: Command = async (args) => {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const verb = VERBS.get(positionals[0] ?? '')
  const [to, days] = [wholeOf(values.to), wholeOf(values.days)]
  if (!verb || positionals.length > 1 || Number.isNaN(to) || !days) return usage()
  return withInstallation(async (installation) => {
    const room = layLearning(installation, loadSettings())
    const all = (await room.configurations.current())?.governments.map(({ id }) => id) ?? []
    const meant = values.government ? all.filter((id) => id === values.government) : all
    if (meant.length === 0)
      return complain(`Pemerintah daerah tidak dikenal. Yang ada: ${all.join(', ')}.`)
    const { who, json, 'dry-run': dryRun } = values
    let worst = 0
    for (const governmentId of meant)
      worst = Math.max(worst, await verb({ room, governmentId, who, dryRun, to, days, json }))
    return worst
  })
}

const usage = (): number => {
  process.stderr.write(USAGE)
  return 2
}

/** Null where nothing was said, NaN where it is no whole number. */
const wholeOf = (word: string | undefined): number | null => {
  if (word === undefined) return null
  return /^\d{1,6}$/.test(word) ? Number(word) : Number.NaN
}

const trainOne: Verb = async ({ room, governmentId, who, dryRun }) => {
  const heard = (step: string) => void process.stderr.write(`${governmentId}: ${step} …\n`)
  const wish = { byName: who, trigger: 'command', dryRun, heard } as const
  const result = await trainReader(room, governmentId, wish)
  if (result.kind === 'refused') return complain(`${governmentId}: ${sentenceOf(result.code)}`)
  if (result.kind === 'busy') return complain(`${governmentId}: sedang dilatih oleh proses lain.`)
  say(tellTraining(governmentId, result, dryRun))
  return 0
}

const tellTraining = (
  governmentId: string,
  result: Exclude<Trained, { kind: 'busy' }>,
  dryRun: boolean,
): string => {
  if (result.kind === 'nothing-to-learn')
    return `${governmentId}: belum ada pembetulan yang dapat dipelajari.`
  const { version, promotion, measured } = result
  const { category, owner, kind } = measured
  const part = (what: string, { n, oldRight, newRight }: typeof category) =>
    n > 0 ? [`  ${what}: benar ${oldRight} → ${newRight} dari ${n}`] : []
  const end = promotion.promote ? 'dipakai' : 'tidak dipakai'
  const name = dryRun ? 'percobaan, tidak disimpan' : `versi ${version}`
  return [
    `${governmentId}: ${name}, dilatih ${measured.seconds} detik dari ${measured.taught} kiriman pembetulan`,
    ...part('kategori', category),
    ...part('pengampu', owner),
    ...part('jenis', kind),
    ...promotion.because.map((reason) => `  ${reason}`),
    `  → ${dryRun && promotion.promote ? 'akan dipakai' : end}`,
  ].join('\n')
}

const rollback: Verb = async ({ room, governmentId, to, who }) => {
  const result = await rollBackReader(room, governmentId, { to, byName: who })
  if (result.kind === 'refused') return complain(`${governmentId}: ${result.detail}`)
  say(`${governmentId}: kembali dari versi ${result.from} ke versi ${result.to}; berlaku seketika.`)
  return 0
}

const VERBS = new Map<string, Verb>([
  ['', trainOne],
  ['list', tellModels],
  ['rollback', rollback],
  ['report', tellRouting],
])
