import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../../core/errors.ts'
import { refuse } from '../../core/errors.ts'
import { withoutValues } from '../../core/without-values.ts'
import { fieldNameOf } from '../field-names.ts'
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
  if (status < 500) return problemOf(refusalOf(fault), null, status, pathOf(fault).join('.'))
  const route = request.routeOptions?.url
  request.log.error({ err: withoutValues(error), route }, 'a request failed')
  return INTERNAL
}

const send = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply.code(problem.status).type('application/problem+json').send(problem)

const refusalOf = (fault: FastifyError): Refusal => {
  const { code, statusCode } = fault
  if (statusCode === 413) return refuse('too-large')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return refuse('invalid-input', 'Kirim isian sebagai application/json.')
  return refuse('invalid-input', sayField(fault))
}

/** Where it is wrong, outermost first; never what was written there. */
const pathOf = ({ validation }: FastifyError): string[] => {
  const [first] = validation ?? []
  if (!first) return []
  const { additionalProperty, missingProperty } = first.params
  const innermost = additionalProperty ?? missingProperty
  const inside = first.instancePath.split('/').slice(1)
  return [...inside, ...(innermost ? [String(innermost)] : [])].map((part) => part.slice(0, 100))
}

/** In the words of the form; a field that nobody knows keeps the name that it came with. */
const sayField = (fault: FastifyError): string | undefined => {
  const path = pathOf(fault)
  const { params } = fault.validation?.[0] ?? {}
  if (params?.additionalProperty) return `Isian yang tidak dikenal: ${path.join('.')}.`
  const name = fieldNameOf(path, fault.validationContext === 'querystring')
  if (!name) return undefined
  return params?.missingProperty ? `Isian yang kurang: ${name}.` : `Periksa isian: ${name}.`
}
