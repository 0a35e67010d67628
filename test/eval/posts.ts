/** The corpus with all its labels, and the file that each post stands in. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Authority, Urgency } from '../../src/core/reading.ts'
import type { CorpusPost } from '../../src/reader-files.ts'
import type { NoiseSort } from './noise-sorts.ts'

export interface EvalPost extends CorpusPost {
  /** Name of its file without the ending: the topic or the sort of noise. */
  file: string
  urgency: Urgency
  authority: Authority
  language: string
  /** Of what is irrelevant, and of nothing else. */
  sort?: NoiseSort
  government?: string | null
  owner?: string | null
  /** Posts of one real problem. */
  group?: string | null
  /** The post whose wording this one has, about another problem. */
  negativeOf?: string | null
  /** Categories of the other complaints that stand in the same post. */
  children?: string[]
}

/** In the order of the build, since the order is part of what a model is trained on. */
export async function readPosts(folder: string): Promise<EvalPost[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
  const lists = await Promise.all(paths.map((path) => postsOf(folder, path)))
  return lists.flat()
}

async function postsOf(folder: string, path: string): Promise<EvalPost[]> {
  const [writer = '', ...rest] = path.slice(join(folder, '/').length).split('/')
  const file = rest.join('/').replace(/\.jsonl$/, '')
  const lines = (await readFile(path, 'utf8')).split('\n')
  return lines.flatMap((line, at) =>
    line.trim() ? [{ ...parsed(line, `${path}:${at + 1}`), writer, file }] : [],
  )
}

function parsed(line: string, where: string): EvalPost {
  try {
    return JSON.parse(line) as EvalPost
  } catch (error) {
    throw new Error(`${where}: no post (${(error as Error).message})`)
  }
}
