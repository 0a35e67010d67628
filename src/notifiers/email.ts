import { createTransport, type Transporter } from 'nodemailer'
import type { Delivery, DeliveryResult, Notifier } from '../ports/notifier.ts'
import { alertMail } from './email/alert-mail.ts'
import { failed } from './http-result.ts'
import type { NotifierDeps } from './notifier-deps.ts'

/** By the SMTP server of the installation. */
export function createEmail({ smtp }: NotifierDeps): Notifier {
  const transport = smtp === null ? null : openTransport(smtp.url)
  return {
    kind: 'email',
    deliver: async (delivery, signal) => {
      if (smtp === null || transport === null)
        return failed('server surel belum diatur (TANGGAP_SMTP)', false)
      if (signal.aborted) return failed('pengiriman dihentikan', true)
      return send(transport, smtp.from, delivery)
    },
  }
}

/** Alerts are few: a connection each, and none that waits longer than ten seconds. */
const openTransport = (url: string): Transporter =>
  createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

async function send(
  transport: Transporter,
  from: string,
  delivery: Delivery,
): Promise<DeliveryResult> {
  const to = recipients(delivery.channel.settings.to ?? '')
  if (to.length === 0) return failed('alamat surel tujuan tidak sah', false)
  try {
    await transport.sendMail({ from, to, ...alertMail(delivery) })
    return { kind: 'delivered' }
  } catch (error) {
    return refusal(error as { code?: string; responseCode?: number })
  }
}

/** Plain addresses only, each on its own: what looks like a header is no address. */
const recipients = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((address) => address.trim())
    .filter((address) => /^[^\s<>"(),:;@\\[\]]{1,64}@[a-z0-9.-]{1,253}$/i.test(address))

/** The server's own words may repeat addresses and sign-in names: the code is enough. */
function refusal({ code, responseCode }: { code?: string; responseCode?: number }): DeliveryResult {
  if (code === 'EAUTH') return failed('server surel menolak nama atau kata sandi', true)
  if (responseCode === undefined)
    return failed(`server surel tidak terjangkau (${code ?? 'galat'})`, true)
  // 5xx is for good, 4xx for now (RFC 5321 section 4.2.1)
  return failed(`server surel menjawab ${responseCode}`, responseCode < 500)
}
