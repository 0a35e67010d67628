import type { FastifyRequest, RouteOptions } from 'fastify'
import type { Api } from '../parts.ts'
import { refused } from '../refused.ts'
import { Nothing } from '../schemas/parts.ts'

const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE']

/** Where a route says nothing of its query or body, there may be nothing in it. */
export const addClosedSchemas = (app: Api): void => {
  app.addHook('onRoute', (route) => {
    route.schema = { querystring: Nothing, ...bodyOf(route), ...route.schema }
  })
  app.addHook('preValidation', async (request) => {
    if (WRITES.includes(request.method) && request.body === undefined) request.body = {}
    readIntegers(request)
  })
  app.addHook('preHandler', async ({ body, query, params }) => {
    if ([body, query, params].some(holdsBrokenText)) throw refused('invalid-input')
  })
}

const bodyOf = ({ method }: RouteOptions): object =>
  [method].flat().some((name) => WRITES.includes(name)) ? { body: Nothing } : {}

/** Addresses know only text: what a schema declares as an integer is read as one, nothing else. */
const readIntegers = ({ query, routeOptions }: FastifyRequest): void => {
  const schema = routeOptions.schema?.querystring as
    | { properties?: Record<string, { type?: string }> }
    | undefined
  const values = query as Record<string, unknown>
  for (const [name, value] of Object.entries(values))
    if (schema?.properties?.[name]?.type === 'integer' && isDigits(value))
      values[name] = Number(value)
}

const isDigits = (value: unknown): boolean =>
  typeof value === 'string' && /^-?\d{1,15}$/.test(value)

/** Postgres refuses NUL and silently changes lone surrogates. Runs after the schema bounded all. */
const holdsBrokenText = (value: unknown): boolean => {
  if (typeof value === 'string') return BROKEN.test(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => BROKEN.test(key) || holdsBrokenText(inner))
}

const BROKEN = /[\0\p{Surrogate}]/u
