import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { Catalogue } from '../actions/manage-sources.ts'
import type { Explainer } from '../ports/explaining.ts'
import type { Ports } from '../ports/ports.ts'

export interface HttpSettings {
  /** The address that people open, without a trailing slash. */
  publicUrl: string
  secureCookies: boolean
  trustProxy: string[] | false
  /** Who may read /metrics; only this machine unless said. */
  metricsFrom?: 'loopback' | 'anywhere'
}

/** What every route is made from. */
export interface HttpParts {
  ports: Ports
  settings: HttpSettings
  connectors: Catalogue
  /** Reads a post once more, to say why. */
  explainer: Explainer
}

/** Fastify that knows the types of our schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>
