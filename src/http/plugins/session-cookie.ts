import cookie from '@fastify/cookie'
import type { FastifyReply } from 'fastify'
import type { Api, HttpSettings } from '../parts.ts'
import '../request-viewer.ts'

/** `__Host-` binds the cookie to this host and to https; plain http on a LAN cannot have it. */
const nameOf = ({ secureCookies }: HttpSettings): string => (secureCookies ? '__Host-sid' : 'sid')

const optionsOf = ({ secureCookies }: HttpSettings) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies }) as const

/** Reads the token from the cookie; whether it is good for anything, the store knows. */
export const addSessionCookie = async (app: Api, settings: HttpSettings): Promise<void> => {
  await app.register(cookie)
  app.decorateRequest('viewer', null)
  app.decorateRequest('sessionToken', null)
  app.addHook('onRequest', async (request) => {
    const token = request.cookies[nameOf(settings)]
    request.sessionToken = token && /^[\w-]{20,128}$/.test(token) ? token : null
  })
}

/** Ends with the browser; the server's own limits are shorter. */
export const giveSession = (reply: FastifyReply, settings: HttpSettings, token: string): void => {
  reply.setCookie(nameOf(settings), token, optionsOf(settings))
}

export const takeSession = (reply: FastifyReply, settings: HttpSettings): void => {
  reply.clearCookie(nameOf(settings), optionsOf(settings))
}
