import type { AlertMessage } from '../../ports/notifier.ts'

const KINDS: Record<AlertMessage['kind'], string> = {
  p1: 'Kasus darurat',
  burst: 'Lonjakan laporan',
  escalation: 'Eskalasi kasus',
  calendar: 'Kalender libur',
}

export interface AlertWording {
  subject: string
  /** One statement a line, without links. */
  lines: string[]
}

/** The same words on every channel. Only what the message holds: confidential ones hold no text. */
export function alertWording(message: AlertMessage): AlertWording {
  const level = message.kind === 'escalation' ? `${message.level} %` : message.level.toUpperCase()
  const about = [KINDS[message.kind], message.caseCode].filter(Boolean).join(' ')
  const subject = oneLine(`[${level}] ${about}: ${message.title}`)
  const lines = [
    `Pemerintah: ${message.government}`,
    `Perangkat daerah: ${message.agency ?? 'Meja triase'}`,
    message.place === null ? '' : `Tempat: ${message.place}`,
    `Waktu: ${momentOf(message.raisedAt)}`,
    message.because.length > 0 ? `Alasan: ${message.because.join('; ')}` : '',
  ]
  return { subject: subject.slice(0, 200), lines: lines.filter(Boolean).map(oneLine) }
}

/** What the link of the message opens. */
export const openLabel = ({ caseCode }: AlertMessage): string =>
  caseCode ? 'Buka kasus' : 'Buka konsol'

/** Titles come from citizens: no line breaks, no control characters, no turned writing direction. */
const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()

const CLOCK = new Intl.DateTimeFormat('id-ID', {
  timeZone: 'Asia/Jakarta',
  dateStyle: 'long',
  timeStyle: 'short',
})

/** The zone is named, since the reader may be in WITA or WIT. */
function momentOf(iso: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? iso : `${CLOCK.format(at)} WIB`
}
