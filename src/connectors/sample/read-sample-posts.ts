import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { PLATFORMS } from '../../core/post.ts'

const Count = Type.Optional(Type.Integer({ minimum: 0 }))

const SamplePost = Type.Object({
  id: Type.String(),
  /** Since the first day at 00:00. */
  minute: Type.Number(),
  platform: Type.Union(PLATFORMS.map((platform) => Type.Literal(platform))),
  author: Type.String(),
  text: Type.String(),
  context: Type.Optional(
    Type.Object({
      parentText: Type.Optional(Type.String()),
      account: Type.Optional(Type.String()),
    }),
  ),
  likes: Count,
  shares: Count,
  replies: Count,
  views: Count,
})
export type SamplePost = Static<typeof SamplePost>

/** Throws where a line is not as `config/sample/README.md` says: the file is ours. */
export async function readSamplePosts(folder: string): Promise<SamplePost[]> {
  const text = await readFile(join(folder, 'posts.jsonl'), 'utf8')
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const posts = lines.map((line) => Value.Parse(SamplePost, JSON.parse(line)))
  return posts.sort((a, b) => a.minute - b.minute)
}
