import { vi } from 'vitest'
import type { Command } from '../../src/commands/command.ts'
import { runCommand } from '../configuration/run-command.ts'

/** A command of the second terminal, typed beside a running installation. */
export const typeBeside = async (
  { databaseUrl, dataDir }: { databaseUrl: string; dataDir: string },
  command: Command,
  ...words: string[]
) => {
  vi.stubEnv('DATABASE_URL', databaseUrl)
  vi.stubEnv('TANGGAP_DATA', dataDir)
  try {
    return await runCommand(command, words)
  } finally {
    vi.unstubAllEnvs()
  }
}
