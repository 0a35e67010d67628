import type { AlertMessage } from '../../ports/notifier.ts'
import { alertWording, openLabel } from '../wording/alert-wording.ts'

type Button = { text: string; callback_data: string } | { text: string; url: string }

export interface ChatMessage {
  text: string
  reply_markup?: { inline_keyboard: Button[][] }
  link_preview_options: { is_disabled: true }
}

/** core.telegram.org/bots/api#sendmessage: 4096 characters. */
const MOST_CHARACTERS = 4096
/** core.telegram.org/bots/api#inlinekeyboardbutton: 64 bytes. */
const MOST_DATA = 64
export const ACKNOWLEDGE = 'ack:'

/** Plain text without a parse mode: a citizen's words cannot become mark-up. */
export function alertChat(message: AlertMessage): ChatMessage {
  const { subject, lines } = alertWording(message)
  const text = [subject, '', ...lines, '', `${openLabel(message)}: ${message.caseUrl}`].join('\n')
  const buttons = buttonsOf(message)
  return {
    text: text.slice(0, MOST_CHARACTERS).toWellFormed(),
    ...(buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons } } : {}),
    // a preview would use up the one-time link, and show the case to Telegram
    link_preview_options: { is_disabled: true },
  }
}

/** The first button works in the chat itself; the second where the console can be reached. */
function buttonsOf({ acknowledgeUrl }: AlertMessage): Button[][] {
  if (acknowledgeUrl === null) return []
  const data = `${ACKNOWLEDGE}${acknowledgeUrl.split('/').at(-1) ?? ''}`
  const inChat = { text: 'Terima', callback_data: data }
  const byLink = { text: 'Terima lewat peramban', url: acknowledgeUrl }
  return [
    ...(Buffer.byteLength(data) <= MOST_DATA ? [[inChat]] : []),
    ...(isOutside(acknowledgeUrl) ? [[byLink]] : []),
  ]
}

/** Telegram refuses the whole message for a button to localhost or to a name without a dot. */
function isOutside(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  return host.includes('.') && !host.startsWith('127.')
}
