import { acknowledgeByLink } from '../../actions/acknowledge-alert.ts'
import { sentenceOf, statusOf } from '../../core/errors.ts'
import type { Api, HttpParts } from '../parts.ts'
import { GUESSING_LIMIT } from '../plugins/rate-limits.ts'
import { TokenParams } from '../schemas/account.ts'
import { TextFile } from '../schemas/parts.ts'
import { page } from '../small-page.ts'
import { failure, HTML, smallRoom } from '../small-room.ts'

const ASK = `<h1>Peringatan Tanggap</h1>
<p>Tekan tombol ini untuk menyatakan bahwa peringatan sudah Anda lihat dan tangani.</p>
<form method="post"><button type="submit">Saya terima peringatan ini</button></form>`

/**
 * The link in a message. Opening it changes nothing, since messengers open links to preview them;
 * the button does. The form's body is ignored: the token in the address says it all.
 */
export const acknowledgeRoutes = (app: Api, { ports }: HttpParts): void => {
  const config = { right: 'public', tokenIsProof: true, byLink: true, ...GUESSING_LIMIT } as const
  const schema = {
    params: TokenParams,
    produces: ['text/html'],
    response: { 200: TextFile, '4xx': TextFile, '5xx': TextFile },
  }

  smallRoom(app, (room) => {
    room.get('/acknowledge/:token', { config, schema }, async (_request, reply) =>
      reply.type(HTML).header('cache-control', 'no-store').send(page(ASK)),
    )

    room.post('/acknowledge/:token', { config, schema }, async ({ params }, reply) => {
      const result = await acknowledgeByLink(ports, params.token)
      reply.type(HTML).header('cache-control', 'no-store')
      if (result.kind === 'refused')
        return reply.code(statusOf(result.code) as 400).send(failure(sentenceOf(result.code)))
      return reply.send(page(`<h1>Terima kasih</h1><p>Peringatan ${result.caseCode} diterima.</p>`))
    })
  })
}
