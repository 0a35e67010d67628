/** Runs a command of the terminal in this process, in a folder of its own, and hears what it says. */
import { vi } from 'vitest'
import type { Command } from '../../src/commands/command.ts'

export async function runCommand(command: Command, args: string[], cwd = process.cwd()) {
  const [home, said] = [process.cwd(), { stdout: '', stderr: '' }]
  const ears = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text)
      return true
    }),
  )
  process.chdir(cwd)
  try {
    return { status: await command(args), ...said }
  } finally {
    process.chdir(home)
    for (const ear of ears) ear.mockRestore()
  }
}
