/** `tanggap rule`: what a rule of the reader does here, and silence for one that does harm. */
import { parseArgs } from 'node:util'
import { previewRule } from '../actions/preview-rule.ts'
import { type LearningRoom, layLearning } from '../compose-learning.ts'
import type { Government } from '../core/configuration.ts'
import { checkRule } from '../core/rule-name.ts'
import type { Landing, RulePreview } from '../core/rule-preview.ts'
import { loadSettings } from '../settings.ts'
import type { Command } from './command.ts'
import { table } from './table.ts'
import { withInstallation } from './with-installation.ts'

const USAGE = `Pemakaian:
  tanggap rule list    --government <slug>
  tanggap rule preview "<kategori>: <frasa>" --government <slug>
                       kiriman 30 hari terakhir, dibaca dengan dan tanpa aturan itu
  tanggap rule silence "<kategori>: <frasa>" --government <slug> --reason "…" [--who NAMA]
  tanggap rule restore "<kategori>: <frasa>" --government <slug> [--who NAMA]
Selain frasa: "aturan: gate", "aturan: homonym", "aturan: hoax".
`

const OPTIONS = {
  government: { type: 'string' },
  reason: { type: 'string' },
  who: { type: 'string', default: 'terminal' },
} as const

interface Wish {
  room: LearningRoom
  government: Government
  rule: string
  reason: string
  who: string
}

type Verb = (wish: Wish) => Promise<number>

const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string): number => {
  process.stderr.write(`${line}\n`)
  return 1
}

export const rule: Command = async (args) => {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const [name = '', wanted = ''] = positionals
  const verb = VERBS.get(name)
  const reason = values.reason?.trim() ?? ''
  const lacks = (name !== 'list' && !wanted) || (name === 'silence' && !reason)
  if (!verb || !values.government || lacks) {
    process.stderr.write(USAGE)
    return 2
  }
  const { government: slug, who } = values
  return withInstallation(async (installation) => {
    const room = layLearning(installation, loadSettings())
    const configuration = await room.configurations.current()
    const government = configuration?.governments.find(({ id }) => id === slug)
    if (!configuration || !government) return complain(`Pemerintah daerah "${slug}" tidak dikenal.`)
    // one that is silent may be given back although the taxonomy has lost it
    const checked = checkRule(wanted, configuration.taxonomy)
    if (checked.kind === 'refused' && (name === 'preview' || name === 'silence'))
      return complain(checked.detail ?? '')
    return verb({ room, government, rule: wanted, reason, who })
  })
}

const list: Verb = async ({ room, government }) => {
  const known = await room.rules.list(government.id)
  if (known.length === 0) say(`${government.id}: tidak ada aturan yang dibungkam.`)
  for (const { rule: name, reason, silencedBy, silencedAt, restoredBy, restoredAt } of known) {
    const end = restoredAt ? `, dipulihkan ${dayOf(restoredAt)} oleh ${restoredBy}` : ''
    say(`"${name}" dibungkam ${dayOf(silencedAt)} oleh ${silencedBy}${end}\n  ${reason}`)
  }
  return 0
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

const preview: Verb = async ({ room, government, rule: name }) => {
  const { close, ...ports } = room.openPreview(name)
  try {
    const heard = (read: number) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${read} kiriman dibaca ulang …`)
    }
    const result = await previewRule(ports, government.id, heard)
    if (process.stderr.isTTY) process.stderr.write('\n')
    process.stdout.write(tellPreview(name, result, government))
    return 0
  } finally {
    await close()
  }
}

const tellPreview = (
  name: string,
  { read, changed, changes, lostEmergencies, lostConfidential }: RulePreview,
  { agencies }: Government,
): string => {
  const short = (id: string) => agencies.find((each) => each.id === id)?.abbreviation ?? id
  const landing = ({ category, agency }: Landing) =>
    `${category} (${agency ? short(agency) : 'tanpa kasus'})`
  const rows = changes.map(({ from, to, n }) => [landing(from), landing(to), n])
  const lost = [
    ...(lostEmergencies > 0 ? [`  AWAS: ${lostEmergencies} tidak lagi terbaca darurat (P1)`] : []),
    ...(lostConfidential > 0 ? [`  AWAS: ${lostConfidential} tidak lagi terbaca rahasia`] : []),
  ]
  return [
    `Tanpa "${name}", ${changed} dari ${read} kiriman 30 hari terakhir mendarat di tempat lain.`,
    ...lost,
    rows.length > 0 ? table(['sekarang', 'menjadi', 'kiriman'], rows) : '',
  ].join('\n')
}

const silence: Verb = async (wish) => {
  const { room, government, rule: name, reason, who } = wish
  const shown = await preview(wish)
  if (shown !== 0) return shown
  const at = room.clock.now()
  const done = await room.rules.silence(government.id, { rule: name, reason, by: who, at })
  if (!done) return complain(`"${name}" sudah dibungkam.`)
  say(`"${name}" dibungkam untuk ${government.id}; berlaku mulai kiriman berikutnya.`)
  return 0
}

const restore: Verb = async ({ room, government, rule: name, who }) => {
  const at = room.clock.now()
  const done = await room.rules.restore(government.id, { rule: name, by: who, at })
  if (!done) return complain(`"${name}" tidak sedang dibungkam.`)
  say(`"${name}" berlaku lagi untuk ${government.id}.`)
  return 0
}

const VERBS = new Map<string, Verb>([
  ['list', list],
  ['preview', preview],
  ['silence', silence],
  ['restore', restore],
])
