import { type SearchAnswer, searchCases } from '../../actions/search-cases.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { SearchPage, SearchRequestQuery } from '../schemas/search.ts'
import { caseRow } from '../views/case.ts'

/** Full text over cases and posts, with filters as words: opd: wil: status: tenggat: sejak: … */
export const searchRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/search',
    {
      config: { right: 'case:read' },
      schema: { querystring: SearchRequestQuery, response: { 200: SearchPage } },
    },
    async (request) => {
      const viewer = viewerOf(request)
      const { q: text, sort = 'rank', cursor, limit = 30 } = request.query
      const found = granted(await searchCases(ports, viewer, { text, sort, cursor, limit }))
      return {
        items: found.items.map((item) => ({ ...item, case: caseRow(item.case, viewer) })),
        next: found.next,
        how: found.how,
        notes: notesOn(found),
      }
    },
  )
}

const ALIKE = 'Tidak ada yang memuat kata itu persis; ini yang mirip.'
const NOTHING =
  'Tidak ada yang memuat kata itu, juga tidak yang mirip. Kurangi kata atau saringannya.'

const notesOn = ({ items, how, waiting, similarity }: SearchAnswer): string[] => [
  ...(how === 'similar' ? [items.length > 0 ? ALIKE : NOTHING] : []),
  ...(waiting > 0
    ? [`Indeks pencarian belum lengkap: ${waiting} kasus sedang diindeks di latar belakang.`]
    : []),
  ...(similarity ? [] : ['Kata yang mirip tidak dicari: ekstensi pg_trgm belum ada di Postgres.']),
]
