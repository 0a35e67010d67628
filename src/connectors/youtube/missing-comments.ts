import { Type } from 'typebox'
import type { Missing, PollInput } from '../../ports/connector.ts'
import { failed, readJson, refusal } from '../http/call.ts'
import { askYouTube, YOUTUBE } from './api.ts'

const CommentPage = Type.Object({ items: Type.Array(Type.Object({ id: Type.String() })) })

/** developers.google.com/youtube/v3/docs/comments/list: ids that are not there are left out. */
export async function missingComments(input: PollInput, ids: string[]): Promise<Missing> {
  const answered = await askYouTube(input, 'comments', { part: 'id', id: ids.join(',') })
  if (answered.kind !== 'answer') return answered
  if (answered.response.status !== 200) return refusal(YOUTUBE, answered.response)
  const found = readJson(CommentPage, answered.response.body)
  if (!found) return failed('Jawaban YouTube tidak utuh')
  const there = new Set(found.items.map(({ id }) => id))
  return { kind: 'missing', externalIds: ids.filter((id) => !there.has(id)) }
}
