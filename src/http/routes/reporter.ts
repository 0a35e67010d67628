import { hearReporter, inviteReporter } from '../../actions/hear-reporter.ts'
import { RATING_LABELS } from '../../core/confirmation-rules.ts'
import { sentenceOf, statusOf } from '../../core/errors.ts'
import type { Api, HttpParts } from '../parts.ts'
import { GUESSING_LIMIT } from '../plugins/rate-limits.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { TokenParams } from '../schemas/account.ts'
import { IdParams, TextFile } from '../schemas/parts.ts'
import { ReporterLink, VerdictForm } from '../schemas/reporter.ts'
import { page } from '../small-page.ts'
import { failure, HTML, plain, smallRoom } from '../small-room.ts'
import { iso } from '../views/moments.ts'

const CHOICES = Object.entries(RATING_LABELS)
  .map(
    ([n, label]) => `<p><label><input type="radio" name="nilai" value="${n}"> ${label}</label></p>`,
  )
  .join('\n')

const ask = (code: string): string =>
  page(`<h1>Aduan ${plain(code)} sudah berakhir</h1>
<form method="post">
<p>Bagaimana penanganannya menurut Anda? Boleh dikosongkan.</p>
${CHOICES}
<p><label><input type="checkbox" name="belum" value="ya"> Masalahnya belum selesai</label></p>
<button type="submit">Kirim</button>
</form>`)

const thanks = (code: string, reopened: boolean): string => {
  const next = reopened ? 'Kasusnya kami buka kembali.' : 'Penilaian Anda kami catat.'
  return page(`<h1>Terima kasih</h1><p>${next} Kode lacak: ${plain(code)}.</p>`)
}

/** The reporter's own way back: by a link that goes out with the answer, once, as long as its window is open. */
export const reporterRoutes = (app: Api, { ports }: HttpParts): void => {
  const config = { right: 'public', tokenIsProof: true, byLink: true, ...GUESSING_LIMIT } as const
  const schema = {
    params: TokenParams,
    produces: ['text/html'],
    response: { 200: TextFile, '4xx': TextFile, '5xx': TextFile },
  }

  smallRoom(
    app,
    (room) => {
      room.get('/nilai/:token', { config, schema }, async ({ params }, reply) => {
        reply.type(HTML).header('cache-control', 'no-store')
        const code = await ports.reporters.peek(params.token)
        if (code) return reply.send(ask(code))
        return reply.code(410).send(failure(sentenceOf('reporter-link-used-up')))
      })

      room.post(
        '/nilai/:token',
        { config, schema: { ...schema, body: VerdictForm } },
        async ({ params, body }, reply) => {
          reply.type(HTML).header('cache-control', 'no-store')
          const verdict = {
            rating: body.nilai ? Number(body.nilai) : null,
            unsatisfied: body.belum === 'ya',
          }
          const result = await hearReporter(ports, params.token, verdict)
          if (result.kind === 'heard') return reply.send(thanks(result.code, result.reopened))
          return reply.code(statusOf(result.code) as 410).send(failure(sentenceOf(result.code)))
        },
      )
    },
    { readsForms: true },
  )
}

export const reporterLinkRoutes = (api: Api, { ports, settings }: HttpParts): void => {
  api.post(
    '/cases/:id/reporter-link',
    {
      config: { right: 'case:work', shownOnce: ['link'] },
      schema: { params: IdParams, response: { 200: ReporterLink } },
    },
    async (request) => {
      const made = granted(await inviteReporter(ports, viewerOf(request), request.params.id))
      return { link: `${settings.publicUrl}/nilai/${made.token}`, until: iso(made.until) }
    },
  )
}
