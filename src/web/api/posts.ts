import type { PasteBody, Pasted, RaiseBody } from '../../http/schemas/post.ts'
import { query } from './query.ts'
import { read, write } from './request.ts'
import type { LedgerPage, PostStatus, PostWhy } from './wire.ts'

export const pastePost = (post: PasteBody) => write<Pasted>('POST', '/api/posts', post)
export const postStatus = (postId: string) => read<PostStatus>(`/api/posts/${postId}`)

export const raisePost = (postId: string, said: RaiseBody) =>
  write<PostStatus>('POST', `/api/posts/${postId}/complaint`, said)

export const explainPost = (postId: string) => read<PostWhy>(`/api/posts/${postId}/why`)

export const listLedger = (outcome: string, cursor: string | null) =>
  read<LedgerPage>(`/api/ledger${query({ outcome, cursor, limit: 50 })}`)
