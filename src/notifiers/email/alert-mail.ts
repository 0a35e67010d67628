import type { Delivery } from '../../ports/notifier.ts'
import { alertWording, openLabel } from '../wording/alert-wording.ts'

export interface Mail {
  messageId: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
}

const FOOT =
  'Surel ini dikirim otomatis oleh Tanggap. Jangan dibalas; tautan "Terima" berlaku satu kali.'

export function alertMail({ id, message }: Delivery): Mail {
  const { subject, lines } = alertWording(message)
  return {
    // the same over all attempts: a mail that arrives twice is one mail to the reader's program
    messageId: `<${id.replace(/[^\w-]/g, '')}@tanggap.invalid>`,
    subject,
    text: [
      subject,
      '',
      ...lines,
      '',
      ...(message.acknowledgeUrl ? [`Terima peringatan: ${message.acknowledgeUrl}`] : []),
      `${openLabel(message)}: ${message.caseUrl}`,
      '',
      FOOT,
    ].join('\n'),
    html: [
      `<h2>${escaped(subject)}</h2>`,
      ...lines.map((line) => `<p>${escaped(line)}</p>`),
      ...(message.acknowledgeUrl
        ? [`<p>${anchor(message.acknowledgeUrl, 'Terima peringatan')}</p>`]
        : []),
      `<p>${anchor(message.caseUrl, openLabel(message))}</p>`,
      `<p><small>${escaped(FOOT)}</small></p>`,
    ].join('\n'),
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

const anchor = (url: string, label: string): string => `<a href="${escaped(url)}">${label}</a>`

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ESCAPED[sign] as string)
