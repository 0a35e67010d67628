import { type Static, Type } from 'typebox'
import { Id, Instant, Line, List, Nullable, Said, Shape, Slug, WebAddress } from './parts.ts'

const COMMON = {
  name: Line(120),
  enabled: Type.Boolean(),
  /** Only alerts of this agency; null is all that are not confidential. */
  agencyId: Nullable(Slug),
}

/** No line breaks and one @: nothing of it can become a second header. */
const Address = Type.String({ maxLength: 254, pattern: '^[^\\s@<>,;:"]+@[^\\s@<>,;:"]+$' })
const ChatId = Type.String({ maxLength: 40, pattern: '^(-?[0-9]{1,20}|@[A-Za-z0-9_]{5,32})$' })
const BotToken = Type.String({ maxLength: 100, pattern: '^[0-9]{3,20}:[A-Za-z0-9_-]{20,80}$' })

export const ChannelBody = Type.Union([
  Shape({ kind: Type.Literal('webhook'), ...COMMON, settings: Shape({ url: WebAddress }) }),
  Shape({ kind: Type.Literal('email'), ...COMMON, settings: Shape({ to: Address }) }),
  Shape({
    kind: Type.Literal('telegram'),
    ...COMMON,
    settings: Shape({ chatId: ChatId }),
    secrets: Shape({ botToken: BotToken }),
  }),
])
export type ChannelBody = Static<typeof ChannelBody>

export const ChannelShape = Shape({
  id: Id,
  kind: Type.Enum(['webhook', 'email', 'telegram'] as const),
  name: Said(200),
  enabled: Type.Boolean(),
  settings: Type.Record(Said(40), Said(2_000), { maxProperties: 10 }),
  secretHints: Type.Record(Said(100), Said(10), { maxProperties: 20 }),
  agencyId: Nullable(Slug),
  lastDeliveredAt: Nullable(Instant),
  lastError: Nullable(Said(2_000)),
})
export type ChannelShape = Static<typeof ChannelShape>

export const ChannelList = Shape({ items: List(ChannelShape, 500) })
export type ChannelList = Static<typeof ChannelList>

/** The webhook's signing secret is told here once; null for other kinds and in a replay. */
export const ChannelAdded = Shape({ channel: ChannelShape, secret: Nullable(Said(200)) })
export type ChannelAdded = Static<typeof ChannelAdded>
