import { parseArgs } from 'node:util'
import { addUser } from '../actions/add-user.ts'
import { disableUser } from '../actions/disable-user.ts'
import type { Invitation } from '../actions/invite-user.ts'
import { resetUser } from '../actions/reset-user.ts'
import { type Refusal, sentenceOf } from '../core/errors.ts'
import { ROLES, type Role } from '../core/roles.ts'
import type { Installation } from '../open-installation.ts'
import type { Command } from './command.ts'
import { governmentOf } from './government-of.ts'
import { officeMoment } from './office-moment.ts'
import { withInstallation } from './with-installation.ts'

const USAGE = `Pemakaian:
  tanggap user add NAMA_PENGGUNA --name "Nama Lengkap" --government <slug> --role <peran>[,<peran>] [--agency <id>]
  tanggap user reset NAMA_PENGGUNA
  tanggap user disable NAMA_PENGGUNA
Peran: ${ROLES.join(', ')}
`

const OPTIONS = {
  name: { type: 'string' },
  government: { type: 'string' },
  agency: { type: 'string' },
  role: { type: 'string' },
} as const

type Values = Partial<Record<keyof typeof OPTIONS, string>>
type Verb = (installation: Installation, username: string, values: Values) => Promise<number>

const usage = (): number => {
  process.stderr.write(USAGE)
  return 2
}

const refused = ({ code, detail }: Refusal): number => {
  process.stderr.write(`${sentenceOf(code)}${detail ? ` ${detail}` : ''}\n`)
  return 1
}

const WIB = { timezone: 'Asia/Jakarta', zoneLabel: 'WIB' }

const tellLink = async (
  { configurations, publicUrl }: Installation,
  { user, token, until }: Invitation,
): Promise<number> => {
  const office = (await configurations.government(user.governmentId)) ?? WIB
  process.stdout.write(
    `Tautan sekali pakai untuk ${user.name} (sampai ${officeMoment(until, office)}):\n  ${publicUrl}/sandi/${token}\n`,
  )
  return 0
}

const isRole = (word: string): word is Role => (ROLES as readonly string[]).includes(word)

/** The roles named by commas; a word that is none is said, with those that there are. */
const rolesOf = (role: string): Role[] | null => {
  const words = role.split(',').map((word) => word.trim())
  const strange = words.filter((word) => !isRole(word))
  if (strange.length === 0) return words.filter(isRole)
  const named = strange.map((word) => `"${word}"`).join(', ')
  process.stderr.write(`Peran ${named} tidak dikenal; yang ada: ${ROLES.join(', ')}.\n`)
  return null
}

const NEEDED = ['name', 'government', 'role'] as const

const add: Verb = async (installation, username, values) => {
  const missing = NEEDED.filter((option) => !values[option])
  if (missing.length > 0) {
    process.stderr.write(`Sebutkan ${missing.map((option) => `--${option}`).join(', ')}.\n`)
    return usage()
  }
  const { name = '', agency = null, role = '' } = values
  const roles = rolesOf(role)
  const governmentId = await governmentOf(installation, values.government)
  if (!roles || !governmentId) return 2
  const asked = { username, name, governmentId, agencyId: agency, roles }
  const result = await addUser(installation.ports, asked, null)
  return result.kind === 'refused' ? refused(result) : tellLink(installation, result)
}

const onKnown =
  (act: (installation: Installation, userId: string) => Promise<number>): Verb =>
  async (installation, username) => {
    const user = await installation.ports.users.byUsername(username)
    if (user) return act(installation, user.id)
    process.stderr.write(`Pengguna "${username}" tidak ditemukan.\n`)
    return 1
  }

const reset = onKnown(async (installation, userId) => {
  const result = await resetUser(installation.ports, null, userId)
  return result.kind === 'refused' ? refused(result) : tellLink(installation, result)
})

const disable = onKnown(async ({ ports }, userId) => {
  const result = await disableUser(ports, null, userId)
  if (result.kind === 'refused') return refused(result)
  process.stdout.write(`${result.user.name} dinonaktifkan; semua sesinya berakhir.\n`)
  return 0
})

const VERBS = new Map<string, Verb>([
  ['add', add],
  ['reset', reset],
  ['disable', disable],
])

/** Accounts of people, from the machine itself: for the day when nobody can sign in any more. */
export const user: Command = async (args) => {
  const [word = '', ...rest] = args
  const verb = VERBS.get(word)
  if (!verb) return usage()
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: OPTIONS,
  })
  const [username] = positionals
  if (!username) return usage()
  return withInstallation((installation) => verb(installation, username, values))
}
