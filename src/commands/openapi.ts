import { writeFile } from 'node:fs/promises'
import { describeApi } from '../http/describe-api.ts'
import type { Command } from './command.ts'

/** `tanggap openapi [FILE]`: writes the description of the API, to the terminal unless told where. */
export const openapi: Command = async ([file]) => {
  const text = await describeApi()
  if (file) await writeFile(file, text)
  else process.stdout.write(text)
  return 0
}
