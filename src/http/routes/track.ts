import { type CasePage, trackCase } from '../../actions/track-case.ts'
import type { Api, HttpParts } from '../parts.ts'
import { GUESSING_LIMIT } from '../plugins/rate-limits.ts'
import { TextFile } from '../schemas/parts.ts'
import { CodeParams } from '../schemas/reporter.ts'
import { page } from '../small-page.ts'
import { HTML, plain, smallRoom } from '../small-room.ts'

const NOTHING = page(
  '<h1>Lacak aduan</h1><p>Kode ini tidak dikenal, atau kasusnya tidak ditampilkan untuk umum.</p>',
)

/** The public page of a tracking code: stage, owner and promise; never a citizen or an officer. */
export const trackRoutes = (app: Api, { ports }: HttpParts): void => {
  smallRoom(app, (room) => {
    room.get(
      '/lacak/:code',
      {
        config: { right: 'public', ...GUESSING_LIMIT },
        schema: {
          params: CodeParams,
          produces: ['text/html'],
          response: { 200: TextFile, '4xx': TextFile, '5xx': TextFile },
        },
      },
      async (request, reply) => {
        const found = await trackCase(ports, request.params.code)
        reply.type(HTML).header('cache-control', 'no-store')
        return found ? reply.send(pageOf(found)) : reply.code(404).send(NOTHING)
      },
    )
  })
}

const pageOf = (it: CasePage): string => {
  const clock = new Intl.DateTimeFormat('id-ID', {
    timeZone: it.timezone,
    dateStyle: 'full',
    timeStyle: 'short',
  })
  const moment = (at: Date) => `${clock.format(at)} ${it.zoneLabel}`
  const promise = it.dueAt ? `Dijawab paling lambat ${moment(it.dueAt)}` : 'Menunggu tindak lanjut'
  const rows = [
    ['Tahap', it.stage],
    ['Sejak', moment(it.since)],
    ['Ditangani oleh', it.owner],
    ['Tentang', it.about],
    ...(it.place ? [['Tempat', it.place]] : []),
    ['Janji', it.answered ? 'Sudah ditanggapi' : promise],
    ...(it.comesBack ? [['Belum selesai?', wayBack(it.comesBack, moment)]] : []),
  ]
  const terms = rows.map(([name = '', said = '']) => `<dt>${name}</dt><dd>${plain(said)}</dd>`)
  return page(`<h1>Aduan ${plain(it.code)}</h1>\n<dl>\n${terms.join('\n')}\n</dl>`)
}

const wayBack = (
  comesBack: NonNullable<CasePage['comesBack']>,
  moment: (at: Date) => string,
): string =>
  comesBack === 'over'
    ? 'Masa buka kembali sudah berakhir. Kirim aduan baru dan sebutkan kode ini; kasusnya akan ditautkan.'
    : `Tulis lagi dari akun yang sama paling lambat ${moment(comesBack.until)}; kasus ini dibuka kembali.`
