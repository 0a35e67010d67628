import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { SafeResponse } from '../../ports/connector.ts'
import { type NotifierDeps, telegramApiOf } from '../notifier-deps.ts'
import { ACKNOWLEDGE } from './alert-chat.ts'

/** core.telegram.org/bots/api#getting-updates: only what is asked for, and what we use of it. */
const Update = Type.Object({
  update_id: Type.Integer(),
  callback_query: Type.Optional(
    Type.Object({
      id: Type.Union([Type.String(), Type.Integer()]),
      from: Type.Object({
        first_name: Type.Optional(Type.String()),
        username: Type.Optional(Type.String()),
      }),
      message: Type.Optional(
        Type.Object({ chat: Type.Object({ id: Type.Union([Type.String(), Type.Integer()]) }) }),
      ),
      data: Type.Optional(Type.String()),
    }),
  ),
})
type Update = Static<typeof Update>
const Answer = Type.Object({ ok: Type.Literal(true), result: Type.Array(Type.Unknown()) })

type Deps = Pick<NotifierDeps, 'fetch' | 'clock' | 'readRateLimit' | 'telegramApi'>

export interface AcknowledgementPoll {
  token: string
  /** Presses from any other chat are not ours. */
  chatIds: readonly string[]
  /** What the last poll returned; 0 at the first. */
  offset: number
}

export interface PressedButton {
  /** That of the acknowledge link. */
  token: string
  /** Who pressed it, as Telegram names them. */
  by: string
  /** For `answerTelegramButton`, once the press is recorded. */
  callbackId: string
}

export type PolledAcknowledgements =
  | { kind: 'pressed'; pressed: PressedButton[]; offset: number }
  | { kind: 'failed'; because: string; waitSeconds?: number }

/**
 * Who pressed "Terima" in the staff group since the last look. Telegram forgets updates below the
 * offset of the next call, so record the presses before the offset is stored. One caller a bot.
 */
export async function pollTelegramAcknowledgements(
  deps: Deps,
  poll: AcknowledgementPoll,
): Promise<PolledAcknowledgements> {
  const response = await ask(deps, poll.token, 'getUpdates', {
    offset: poll.offset,
    timeout: 0,
    allowed_updates: ['callback_query'],
  })
  if (response instanceof Error) return failure(response.message)
  const now = deps.clock.now()
  const limit = deps.readRateLimit(response, now)
  if (limit) {
    const waitSeconds = Math.ceil((limit.waitUntil.getTime() - now.getTime()) / 1000)
    return { ...failure('meminta jeda'), waitSeconds }
  }
  if (response.status !== 200) return failure(`menjawab HTTP ${response.status}`)
  const updates = readUpdates(response.body)
  if (!updates) return failure('menjawab tidak utuh')
  return {
    kind: 'pressed',
    pressed: updates.flatMap((update) => pressedButton(update, poll.chatIds)),
    offset: Math.max(poll.offset, ...updates.map((update) => update.update_id + 1)),
  }
}

/** Ends the button's spinner with a sentence. Late or unknown presses do not matter to anybody. */
export async function answerTelegramButton(
  deps: Deps,
  token: string,
  callbackId: string,
  sentence: string,
): Promise<void> {
  await ask(deps, token, 'answerCallbackQuery', {
    callback_query_id: callbackId,
    text: sentence.slice(0, 200),
  })
}

const ask = (
  deps: Deps,
  token: string,
  method: string,
  body: unknown,
): Promise<SafeResponse | Error> =>
  deps
    .fetch(`${telegramApiOf(deps)}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    .catch((error: Error) => error)

/** An update of another shape is passed over: it would block all that follow. */
function readUpdates(body: string): Update[] | null {
  try {
    const answer: unknown = JSON.parse(body)
    if (!Value.Check(Answer, answer)) return null
    return answer.result.filter((update): update is Update => Value.Check(Update, update))
  } catch {
    return null
  }
}

function pressedButton({ callback_query }: Update, chatIds: readonly string[]): PressedButton[] {
  const chatId = callback_query?.message?.chat.id
  if (!callback_query?.data?.startsWith(ACKNOWLEDGE) || chatId === undefined) return []
  if (!chatIds.includes(String(chatId))) return []
  const { first_name, username } = callback_query.from
  const name = [first_name, username ? `(@${username})` : ''].filter(Boolean).join(' ')
  return [
    {
      token: callback_query.data.slice(ACKNOWLEDGE.length),
      by: name || 'anggota grup',
      callbackId: String(callback_query.id),
    },
  ]
}

const failure = (because: string): { kind: 'failed'; because: string } => ({
  kind: 'failed',
  because: `Telegram ${because}`,
})
