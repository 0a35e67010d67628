import { parseArgs } from 'node:util'
import { addUser } from '../actions/add-user.ts'
import { disableUser } from '../actions/disable-user.ts'
import type { Invitation } from '../actions/invite-user.ts'
import { resetUser } from '../actions/reset-user.ts'
import { type Refusal, sentenceOf } from '../core/errors.ts'
import { ROLES, type Role } from '../core/roles.ts'
import type { Installation } from '../open-installation.ts'
import type { Command } from './command.ts'
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

const tellLink = ({ publicUrl }: Installation, { user, token, until }: Invitation): number => {
  process.stdout.write(
    `Tautan sekali pakai untuk ${user.name} (sampai ${until.toISOString()}):\n  ${publicUrl}/sandi/${token}\n`,
  )
  return 0
}

const isRole = (word: string): word is Role => (ROLES as readonly string[]).includes(word)

const add: Verb = async (installation, username, { name, government, agency, role }) => {
  const roles = role?.split(',').map((word) => word.trim()) ?? []
  if (!name || !government || roles.length === 0 || !roles.every(isRole)) return usage()
  const asked = { username, name, governmentId: government, agencyId: agency ?? null, roles }
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
