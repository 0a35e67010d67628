import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readForm } from '../../src/http/multipart.ts'
import { startApp } from './app-under-test.ts'
import { CASE_ID, FOREIGN_ID } from './fake-ports.ts'

const BOUNDARY = '----batas'
const formOf = (fields: Record<string, string>, photo?: Buffer): Buffer => {
  const parts: Buffer[] = Object.entries(fields).map(([name, value]) =>
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
  )
  if (photo)
    parts.push(
      Buffer.from(
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
      ),
      photo,
      Buffer.from('\r\n'),
    )
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)])
}
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`
const url = `/kasus/${CASE_ID}/lapangan`

describe('the page of a field task', () => {
  it('shows what and where, to whoever is signed in and may work', async () => {
    const { app, as } = await startApp()
    const page = await as('desk-officer', { url })
    expect(page.headers['content-type']).toContain('text/html')
    for (const word of ['CTH-2345678', 'Jalan berlubang di depan pasar', 'capture="environment"'])
      expect(page.body).toContain(word)
    expect((await app.inject({ url })).statusCode).toBe(401)
    expect((await as('leader', { url })).statusCode).toBe(403)
    expect((await as('desk-officer', { url: `/kasus/${FOREIGN_ID}/lapangan` })).statusCode).toBe(
      404,
    )
  })

  it('refuses a form that another site sends, and one without words', async () => {
    const { as } = await startApp()
    const payload = formOf({ note: 'Ditambal' }, Buffer.from('x'))
    const send = (headers: Record<string, string>, body: Buffer) =>
      as('desk-officer', {
        method: 'POST',
        url,
        headers: { 'content-type': TYPE, ...headers },
        payload: body,
      })
    expect((await send({ origin: 'https://jahat.example' }, payload)).statusCode).toBe(403)
    expect((await send({}, formOf({ note: ' ' }, Buffer.from('x')))).statusCode).toBe(400)
    expect((await send({}, Buffer.from('tanpa batas'))).statusCode).toBe(400)
  })

  it('keeps what was typed where the photo is refused, as text and not as mark-up', async () => {
    const { as } = await startApp()
    const payload = formOf(
      { note: '<b onclick=x>Ditambal</b>', kind: 'photo-after' },
      Buffer.from('bukan foto'),
    )
    const answer = await as('desk-officer', {
      method: 'POST',
      url,
      headers: { 'content-type': TYPE },
      payload,
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Berkas tidak dapat diterima')
    expect(answer.body).not.toContain('<b onclick')
    expect(answer.body).toContain('Ditambal')
  })
})

describe('a form that came over the wire', () => {
  it('is read with its file, byte by byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        const photo = Buffer.from(bytes)
        fc.pre(!photo.includes(`--${BOUNDARY}`))
        const form = readForm(formOf({ note: 'Ditambal', kind: 'x' }, photo), TYPE)
        expect(form?.fields).toEqual({ note: 'Ditambal', kind: 'x' })
        expect(form?.file()?.equals(photo)).toBe(true)
      }),
    )
  })

  it('is never more than a refusal, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, type) => {
        const mark = Buffer.from(`--x\r\n`)
        for (const body of [Buffer.from(bytes), Buffer.concat([mark, Buffer.from(bytes), mark])])
          for (const contentType of [type, 'multipart/form-data; boundary=x'])
            expect(() => readForm(body, contentType)).not.toThrow()
      }),
    )
  })
})
