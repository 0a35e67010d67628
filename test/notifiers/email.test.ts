import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmail } from '../../src/notifiers/email.ts'
import { deliveryTo, depsWith, signal } from './peers/loopback-deps.ts'
import { type MailServer, startMailServer } from './peers/mail-server.ts'

const FROM = 'Tanggap <tanggap@bengkulu.example>'

describe('an alert by mail', () => {
  let server: MailServer
  beforeEach(async () => {
    server = await startMailServer()
  })
  afterEach(() => server.stop())

  const send = (to: string, message = {}) =>
    createEmail(depsWith({ smtp: { url: server.url, from: FROM } })).deliver(
      deliveryTo('email', { to }, {}, message),
      signal,
    )

  it('says what is the matter and how to take it on', async () => {
    expect(await send('piket@bpbd.example; kabid@bpbd.example')).toEqual({ kind: 'delivered' })
    const [mail] = server.mails
    expect(mail?.to).toEqual(['piket@bpbd.example', 'kabid@bpbd.example'])
    const text = decoded(mail?.raw ?? '')
    expect(text).toContain('[SIAGA] Kasus darurat BKL-7F3K: Warga terjebak banjir')
    expect(text).toContain('Tempat: Sungai Serut')
    expect(text).toContain('22 November 2026 pukul 02.13 WIB')
    expect(text).toContain('https://tanggap.example.go.id/acknowledge/')
    expect(text).toContain('Message-ID: <0199c3f2-1f2e-7c4d-8a6b-111111111111@tanggap.invalid>')
  })

  it('lets no citizen write headers or mark-up', async () => {
    await send('piket@bpbd.example', {
      title: 'Banjir\r\nBcc: jahat@evil.example\r\n\r\n<script>alert(1)</script>',
      place: 'Pasar\u202e',
    })
    const [mail] = server.mails
    expect(mail?.to).toEqual(['piket@bpbd.example'])
    const head = mail?.raw.split('\r\n\r\n')[0] ?? ''
    expect(head).not.toMatch(/^bcc:/im)
    const html = decoded(mail?.raw ?? '').split('text/html')[1]
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toContain('<script')
  })

  it.each([
    'bukan alamat',
    'a@b.example\r\nRCPT TO:<jahat@evil.example>',
    '"a b"@c.example',
    'Nama <a@b.example>',
    '',
  ])('does not go to %j', async (to) => {
    expect(await send(to)).toMatchObject({ kind: 'failed', retry: false })
    expect(server.mails).toHaveLength(0)
  })

  it('is tried again when the server says later, and not when it says never', async () => {
    server.refuse(450)
    expect(await send('piket@bpbd.example')).toMatchObject({ kind: 'failed', retry: true })
    server.refuse(550)
    expect(await send('piket@bpbd.example')).toMatchObject({ kind: 'failed', retry: false })
  })

  it('is tried again when no server is there, and says nothing of its password', async () => {
    const deps = depsWith({ smtp: { url: 'smtp://u:RAHASIA@127.0.0.1:1', from: FROM } })
    const delivery = deliveryTo('email', { to: 'a@b.example' }, {})
    const result = await createEmail(deps).deliver(delivery, signal)
    expect(result).toMatchObject({ kind: 'failed', retry: true })
    expect(JSON.stringify(result)).not.toContain('RAHASIA')
  })

  it('says that this installation has no mail server', async () => {
    const delivery = deliveryTo('email', { to: 'a@b.example' }, {})
    const result = await createEmail(depsWith({})).deliver(delivery, signal)
    expect(result).toMatchObject({
      kind: 'failed',
      because: expect.stringContaining('TANGGAP_SMTP'),
    })
  })
})

/** Quoted-printable and folded headers, near enough for a reader. */
const decoded = (raw: string): string =>
  raw
    .replace(/=\r?\n/g, '')
    .replace(/\r?\n /g, ' ')
    .replace(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
