import type { RecurringProblem } from '../../ports/recurring.ts'
import type { Api, HttpParts } from '../parts.ts'
import { viewerOf } from '../request-viewer.ts'
import { RecurringList } from '../schemas/recurring.ts'
import { iso } from '../views/moments.ts'

const shapeOf = ({ id, category, place, openedAt, cases }: RecurringProblem) => ({
  id,
  category,
  place,
  openedAt: iso(openedAt),
  cases: cases.map((it) => ({
    id: it.id,
    code: it.code,
    title: it.title,
    state: it.state,
    agencyId: it.agencyId,
    openedAt: iso(it.openedAt),
  })),
})

/** "Masalah berulang": what one place complains of again and again. */
export const recurringRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/recurring',
    { config: { right: 'escalation:read' }, schema: { response: { 200: RecurringList } } },
    async (request) => ({ items: (await ports.recurring.list(viewerOf(request))).map(shapeOf) }),
  )
}
