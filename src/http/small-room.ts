import type { Api } from './parts.ts'
import { problemFor } from './plugins/problems.ts'
import { page } from './small-page.ts'

export const HTML = 'text/html; charset=utf-8'

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text of anybody, as text on a page. */
export const plain = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)

export const failure = (sentence: string): string =>
  page(`<h1>Tidak berhasil</h1><p>${plain(sentence)}</p>`)

/** Pages for people without an account: forms come in (their fields only where they are read), every "no" goes out as a page. */
export const smallRoom = (
  app: Api,
  open: (room: Api) => void,
  { readsForms = false } = {},
): void => {
  app.register(async (room: Api) => {
    const form = 'application/x-www-form-urlencoded'
    const read = async (_request: unknown, body: string | Buffer) =>
      readsForms ? Object.fromEntries(new URLSearchParams(body.toString())) : {}
    room.addContentTypeParser(form, { parseAs: 'string', bodyLimit: 1_024 }, read)
    room.setErrorHandler((error: Error, request, reply) => {
      const { status, title } = problemFor(error, request)
      return reply.code(status).type(HTML).send(failure(title))
    })
    open(room)
  })
}
