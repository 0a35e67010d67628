import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Idempotency } from '../../ports/idempotency.ts'
import type { Api, HttpParts } from '../parts.ts'
import { refused } from '../refused.ts'
import '../request-viewer.ts'

/** A write that is sent again with its key is answered again, not done again. */
export const addIdempotency = (app: Api, { ports }: HttpParts): void => {
  const atWork = new WeakMap<FastifyRequest, string>()

  app.addHook('preHandler', async (request, reply) => {
    const key = keyOf(request)
    if (!key || !request.viewer) return
    const begun = await ports.idempotency.begin(request.viewer.userId, key, hashOf(request))
    if (begun.kind === 'mismatch') throw refused('idempotency-mismatch')
    if (begun.kind === 'busy') throw refused('busy', 'Permintaan yang sama masih dikerjakan.', 409)
    if (begun.kind === 'done') return replay(reply, begun)
    atWork.set(request, key)
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const key = atWork.get(request)
    atWork.delete(request)
    if (key && request.viewer) await remember(ports.idempotency, request, reply, key, payload)
    return payload
  })
}

const keyOf = ({ method, headers }: FastifyRequest): string | null => {
  const key = headers['idempotency-key']
  if (key === undefined || method === 'GET' || method === 'HEAD') return null
  if (typeof key !== 'string' || !/^[\x21-\x7E]{8,100}$/.test(key))
    throw refused('invalid-input', 'Idempotency-Key harus 8 sampai 100 karakter.')
  return key
}

const hashOf = ({ method, url, body }: FastifyRequest): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('hex')

const replay = (reply: FastifyReply, { status, body }: { status: number; body: unknown }) => {
  if (status >= 400) reply.type('application/problem+json')
  return reply
    .code(status)
    .header('idempotent-replay', 'true')
    .send(body ?? undefined)
}

/** Faults of ours are not remembered: trying again is the right thing to do. */
const remember = async (
  idempotency: Idempotency,
  request: FastifyRequest,
  { statusCode }: FastifyReply,
  key: string,
  payload: unknown,
): Promise<void> => {
  const userId = request.viewer?.userId ?? ''
  try {
    if (statusCode >= 500 || statusCode === 429) await idempotency.forget(userId, key)
    else await idempotency.finish(userId, key, statusCode, bodyOf(request, payload))
  } catch (err) {
    // The work is done and its answer must go out; only its replay is lost.
    request.log.error({ err }, 'an idempotency key could not be kept')
  }
}

const bodyOf = ({ routeOptions }: FastifyRequest, payload: unknown): unknown => {
  if (typeof payload !== 'string' || payload === '') return null
  const body = JSON.parse(payload) as Record<string, unknown>
  const once = routeOptions.config.shownOnce ?? []
  return { ...body, ...Object.fromEntries(once.filter((f) => f in body).map((f) => [f, null])) }
}
