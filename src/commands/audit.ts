/** `tanggap audit verify`: walks the account from its first line to its last. */
import { parseArgs } from 'node:util'
import type { AuditFault } from '../core/audit.ts'
import type { Audit } from '../ports/audit.ts'
import type { Command } from './command.ts'
import { withInstallation } from './with-installation.ts'

const USAGE = `Pemakaian:
  tanggap audit verify [--head N:SIDIK]
                     memeriksa rantai catatan; --head: ujung rantai yang disimpan di luar
`

const say = (line: string) => void process.stdout.write(`${line}\n`)

export const audit: Command = async (args) => {
  const options = { head: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (positionals.join(' ') !== 'verify') {
    process.stderr.write(USAGE)
    return 2
  }
  return withInstallation(({ ports }) => verify(ports.audit, values.head ?? null))
}

const verify = async (account: Audit, head: string | null): Promise<number> => {
  await account.seal(new Date())
  const verdict = await account.verify(head)
  const { entries, seals, open, faults } = verdict
  for (const fault of faults) say(`rusak: ${sentence(fault)}`)
  say(`${entries} catatan, ${seals} segel, ${open} belum tersegel, ${faults.length} kerusakan`)
  if (verdict.head) say(`ujung rantai: ${verdict.head.seal}:${verdict.head.hash}`)
  return faults.length === 0 ? 0 : 1
}

const sentence = (fault: AuditFault): string => {
  const ids = 'entryIds' in fault ? fault.entryIds.slice(0, 20).join(', ') : ''
  const said = {
    changed: `isi salah satu catatan pada segel ${'seal' in fault ? fault.seal : ''} berubah (${ids})`,
    missing: `catatan hilang: ${ids}`,
    stray: `catatan yang tidak disegel pada waktunya: ${ids}`,
    'broken-chain': `segel ${'seal' in fault ? fault.seal : ''} tidak menyambung dengan segel sebelumnya`,
    cut: `ujung rantai yang disimpan di luar (${'head' in fault ? fault.head : ''}) tidak ada lagi: catatan terbaru dipotong`,
    'missing-seal': `segel ${'seal' in fault ? fault.seal : ''} hilang`,
  }
  return said[fault.kind]
}
