import { NOTICE_LABELS } from '../../core/notice.ts'
import type { Notification } from '../../ports/notifications.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import {
  NotificationPage,
  NotificationQuery,
  type NotificationShape,
  ReadAnswer,
  ReadBody,
} from '../schemas/notification.ts'
import { iso, isoOrNull } from '../views/moments.ts'

/** What a person was told: mentions, a case taken over, one that came back. */
export const notificationRoutes = (api: Api, { ports }: HttpParts): void => {
  const config = { right: 'case:read' as const }

  api.get(
    '/notifications',
    { config, schema: { querystring: NotificationQuery, response: { 200: NotificationPage } } },
    async (request) => {
      const { unread, cursor, limit = 50 } = request.query
      const filter = { unread: unread === 'true', cursor, limit }
      const page = granted(await ports.notifications.list(viewerOf(request), filter))
      return { ...page, items: page.items.map(shape) }
    },
  )

  api.post(
    '/notifications/read',
    { config, schema: { body: ReadBody, response: { 200: ReadAnswer } } },
    async (request) => ({
      unread: await ports.notifications.read(viewerOf(request), request.body.ids ?? null),
    }),
  )
}

const shape = ({ at, readAt, ...it }: Notification): NotificationShape => ({
  ...it,
  label: NOTICE_LABELS[it.kind],
  at: iso(at),
  readAt: isoOrNull(readAt),
})
