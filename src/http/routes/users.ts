import { addUser } from '../../actions/add-user.ts'
import { disableUser, enableUser } from '../../actions/disable-user.ts'
import type { Invitation } from '../../actions/invite-user.ts'
import { listPeople } from '../../actions/list-managed.ts'
import { resetUser } from '../../actions/reset-user.ts'
import { passwordLink } from '../../core/links.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { IdParams } from '../schemas/parts.ts'
import { UserBody, UserInvited, UserList, UserSaved } from '../schemas/user.ts'
import { iso } from '../views/moments.ts'
import { userShape } from '../views/user.ts'

/** People of the government. Answers carry one-time links, never a password. */
export const userRoutes = (api: Api, { ports, settings }: HttpParts): void => {
  const config = { right: 'user:manage' } as const
  const inviting = { ...config, shownOnce: ['link'] }
  const onePerson = { params: IdParams, response: { 200: UserSaved } }
  const invited = ({ user, token, until }: Invitation): UserInvited => ({
    user: userShape(user),
    link: passwordLink(settings.publicUrl, token),
    until: iso(until),
  })

  api.get('/users', { config, schema: { response: { 200: UserList } } }, async (request) => ({
    items: (await listPeople(ports, viewerOf(request))).map(userShape),
  }))

  api.post(
    '/users',
    { config: inviting, schema: { body: UserBody, response: { 201: UserInvited } } },
    async (request, reply) => {
      const viewer = viewerOf(request)
      const asked = { ...request.body, governmentId: viewer.governmentId }
      const result = await addUser(ports, asked, viewer)
      return reply.code(201).send(invited(granted(result)))
    },
  )

  api.post(
    '/users/:id/reset',
    { config: inviting, schema: { params: IdParams, response: { 200: UserInvited } } },
    async (request) =>
      invited(granted(await resetUser(ports, viewerOf(request), request.params.id))),
  )

  api.post('/users/:id/disable', { config, schema: onePerson }, async (request) => ({
    user: userShape(granted(await disableUser(ports, viewerOf(request), request.params.id)).user),
  }))

  api.post('/users/:id/enable', { config, schema: onePerson }, async (request) => ({
    user: userShape(granted(await enableUser(ports, viewerOf(request), request.params.id)).user),
  }))
}
