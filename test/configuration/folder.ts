/** A copy of the shipped configuration that a test may spoil. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export async function copyOfConfiguration(): Promise<string> {
  const folder = await emptyFolder()
  const filter = (source: string) => !/\/(corpus|sample)$/.test(source)
  await cp('config', folder, { recursive: true, filter })
  return folder
}

export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tanggap-config-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export async function edit(
  folder: string,
  file: string,
  change: (text: string) => string,
): Promise<void> {
  const path = join(folder, file)
  const before = await readFile(path, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`the edit of ${file} changed nothing`)
  await writeFile(path, after)
}
