import { type Static, Type } from 'typebox'
import type { PollInput } from '../../ports/connector.ts'
import { listOf, readCursor, textOf } from '../cursor/read-input.ts'
import { SweepState } from '../cursor/sweep.ts'

/** What is listened to: one list of comment threads each. */
export type Target = { kind: 'channel' | 'video'; id: string }

export const CommentCursor = Type.Object({
  /** The target that is read next. */
  target: Type.String(),
  sweeps: Type.Record(Type.String(), SweepState),
  seen: Type.Array(Type.String()),
  videos: Type.Record(Type.String(), Type.Object({ title: Type.String(), channel: Type.String() })),
})
export type CommentCursor = Static<typeof CommentCursor>

export function targetsOf(input: PollInput): Target[] {
  const channel = textOf(input, 'channelId')
  const videos = listOf(input, 'videoIds').map((id): Target => ({ kind: 'video', id }))
  return channel ? [{ kind: 'channel', id: channel }, ...videos] : videos
}

export const openCursor = (input: PollInput): CommentCursor =>
  readCursor(CommentCursor, input.cursor) ?? { target: '', sweeps: {}, seen: [], videos: {} }
