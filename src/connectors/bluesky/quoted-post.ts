import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { QuotedPost } from '../../core/reading.ts'
import { storableText } from '../../core/storable-text.ts'
import { type PostView, QuotedView } from './api.ts'

/** Lexicon app.bsky.embed.record; with pictures beside it, app.bsky.embed.recordWithMedia. */
const Reference = Type.Object({ record: Type.Object({ uri: Type.String() }) })
const WithMedia = Type.Object({ record: Type.Object({ record: Type.Unknown() }) })
const Shown = Type.Object({ record: QuotedView })
type Shown = Static<typeof Shown>

const POST = '/app.bsky.feed.post/'

/** The post that this one quotes; its text only where the network sent it along. */
export function quotedPost({ record, embed }: PostView): QuotedPost | null {
  const shown = shownIn(embed)
  const id = shown?.uri ?? addressIn(embed) ?? addressIn(record.embed)
  // a list or a feed may be embedded as well
  if (!id?.includes(POST)) return null
  const said = shown ? saidBy(shown.author, shown.value.text) : {}
  return { id: storableText(id, LONGEST), ...said }
}

/** Absent stays absent. */
export const saidBy = ({ handle }: PostView['author'], text: string | undefined) => ({
  ...(text ? { text: storableText(text) } : {}),
  ...(handle ? { author: storableText(handle, LONGEST) } : {}),
})

const LONGEST = 500

function shownIn(embed: unknown): Shown['record'] | null {
  const quote = withoutMedia(embed)
  return Value.Check(Shown, quote) ? quote.record : null
}

function addressIn(embed: unknown): string | null {
  const quote = withoutMedia(embed)
  return Value.Check(Reference, quote) ? quote.record.uri : null
}

const withoutMedia = (embed: unknown): unknown =>
  Value.Check(WithMedia, embed) ? embed.record : embed
