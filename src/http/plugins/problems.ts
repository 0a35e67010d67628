import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../../core/errors.ts'
import { refuse } from '../../core/errors.ts'
import { withoutValues } from '../../core/without-values.ts'
import type { Api } from '../parts.ts'
import { INTERNAL, problemOf } from '../problem-json.ts'
import { Refused } from '../refused.ts'
import { Problem } from '../schemas/problem.ts'

/** Every "no" and every fault leaves as problem JSON; stack and SQL stay in the log. */
export const addProblems = (app: Api): void => {
  app.addSchema(Problem)
  app.addHook('onRoute', (route) => {
    const refs = { '4xx': { $ref: 'Problem#' }, '5xx': { $ref: 'Problem#' } }
    const response = { ...refs, ...(route.schema?.response as object | undefined) }
    route.schema = { ...route.schema, response }
  })
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((_request, reply) => send(reply, problemOf(refuse('not-found'), null)))
}

/** Also for addresses that Fastify cannot even read. */
export const answerError = (
  error: FastifyError | Refused | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => send(reply, problemFor(error, request))

/** What is said of an error, in whatever form the route answers. */
export const problemFor = (
  error: FastifyError | Refused | Error,
  request: FastifyRequest,
): Problem => {
  if (error instanceof Refused) return problemOf(error.refusal, request.viewer, error.status)
  const fault = error as FastifyError
  const status = fault.statusCode ?? 500
  if (status < 500) return problemOf(refusalOf(fault), null, status)
  const route = request.routeOptions?.url
  request.log.error({ err: withoutValues(error), route }, 'a request failed')
  return INTERNAL
}

const send = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply.code(problem.status).type('application/problem+json').send(problem)

const refusalOf = ({ code, validation, statusCode }: FastifyError): Refusal => {
  if (statusCode === 413) return refuse('too-large')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return refuse('invalid-input', 'Kirim isian sebagai application/json.')
  return refuse('invalid-input', validation && placeOf(validation))
}

/** Names the field, never repeats its value. */
const placeOf = (validation: NonNullable<FastifyError['validation']>): string | undefined => {
  const [first] = validation
  if (!first) return
  const { instancePath, params } = first
  const inside = instancePath.slice(1).replaceAll('/', '.')
  const unknown = params.additionalProperty
  const missing = params.missingProperty
  const field = [inside, unknown ?? missing].filter(Boolean).join('.').slice(0, 100)
  if (unknown) return `Isian yang tidak dikenal: ${field}.`
  if (missing) return `Isian yang kurang: ${field}.`
  return field ? `Periksa isian: ${field}.` : undefined
}
