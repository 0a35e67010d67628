import type { IncomingPost, Platform } from '../../core/post.ts'

export type ReadLine =
  | { line: number; kind: 'post'; post: IncomingPost }
  /** Its writer took it back. */
  | { line: number; kind: 'deleted'; name: { platform: Platform; externalId: string } }
  /** A person decides about it: nothing of a file is dropped silently. */
  | { line: number; kind: 'broken'; raw: string; because: string }

/** Enough of the line to recognise it. */
export const broken = (line: number, raw: string, because: string): ReadLine => ({
  line,
  kind: 'broken',
  raw: raw.slice(0, 2000).toWellFormed(),
  because,
})
