import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import type { Catalogue } from '../actions/manage-sources.ts'
import type { Explainer } from '../ports/explaining.ts'
import type { Ports } from '../ports/ports.ts'
import type { Api, HttpParts, HttpSettings } from './parts.ts'
import { addAccessLog } from './plugins/access-log.ts'
import { addActing } from './plugins/acting.ts'
import { addApiDescription } from './plugins/api-description.ts'
import { addClosedSchemas } from './plugins/closed-schemas.ts'
import { addIdempotency } from './plugins/idempotency.ts'
import { addMetrics } from './plugins/metrics.ts'
import { addProblems, answerError } from './plugins/problems.ts'
import { addRateLimits } from './plugins/rate-limits.ts'
import { addRights } from './plugins/rights.ts'
import { addSameOrigin } from './plugins/same-origin.ts'
import { addSecurityHeaders } from './plugins/security-headers.ts'
import { addSessionCookie } from './plugins/session-cookie.ts'
import { addSwiftStop } from './plugins/swift-stop.ts'
import { acknowledgeRoutes } from './routes/acknowledge.ts'
import { alertRoutes } from './routes/alerts.ts'
import { answerTargetRoutes } from './routes/answer-targets.ts'
import { answerRoutes, oneAnswerRoutes } from './routes/answers.ts'
import { attachmentRoutes } from './routes/attachments.ts'
import { auditRoutes } from './routes/audit.ts'
import { caseClaimRoutes } from './routes/case-claim.ts'
import { caseCustodyRoutes } from './routes/case-custody.ts'
import { caseEndRoutes } from './routes/case-end.ts'
import { caseExportRoutes } from './routes/case-export.ts'
import { caseListRoutes } from './routes/case-list.ts'
import { caseMergeRoutes } from './routes/case-merge.ts'
import { caseReporterRoutes } from './routes/case-reporter.ts'
import { caseViewRoutes } from './routes/case-view.ts'
import { caseWorkRoutes } from './routes/case-work.ts'
import { channelRoutes } from './routes/channels.ts'
import { connectorRoutes } from './routes/connectors.ts'
import { consoleRoutes } from './routes/console.ts'
import { draftRoutes } from './routes/drafts.ts'
import { escalationRoutes } from './routes/escalations.ts'
import { eventRoutes } from './routes/events.ts'
import { evidenceRoutes } from './routes/evidence.ts'
import { fieldWorkRoutes } from './routes/field-work.ts'
import { handOverRoutes } from './routes/hand-overs.ts'
import { healthRoutes } from './routes/health.ts'
import { laporRoutes } from './routes/lapor.ts'
import { ledgerRoutes } from './routes/ledger.ts'
import { metricsRoutes } from './routes/metrics.ts'
import { notificationRoutes } from './routes/notifications.ts'
import { offerRoutes } from './routes/offers.ts'
import { openapiRoutes } from './routes/openapi.ts'
import { postDeletedRoutes } from './routes/post-deleted.ts'
import { postRaiseRoutes } from './routes/post-raise.ts'
import { postWhyRoutes } from './routes/post-why.ts'
import { postRoutes } from './routes/posts.ts'
import { presenceRoutes } from './routes/presence.ts'
import { queueWorkRoutes } from './routes/queue-work.ts'
import { recurringRoutes } from './routes/recurring.ts'
import { referenceRoutes } from './routes/reference.ts'
import { reporterLinkRoutes, reporterRoutes } from './routes/reporter.ts'
import { searchRoutes } from './routes/search.ts'
import { sessionRoutes } from './routes/session.ts'
import { setupRoutes } from './routes/setup.ts'
import { silenceRoutes } from './routes/silence.ts'
import { sourceRoutes } from './routes/sources.ts'
import { taskRoutes } from './routes/tasks.ts'
import { templateRoutes } from './routes/templates.ts'
import { trackRoutes } from './routes/track.ts'
import { userRoutes } from './routes/users.ts'

export interface AppInput {
  ports: Ports
  settings: HttpSettings
  /** What can be listened to: the registry of connectors. */
  connectors: Catalogue
  explainer: Explainer
  log?: FastifyBaseLogger
  /** Folder of the built console; null serves the API alone. */
  webRoot: string | null
}

export const buildApp = async ({ log, webRoot, ...parts }: AppInput): Promise<Api> => {
  const app = createApp(parts.settings, log)
  const readMetrics = addMetrics(app, parts.ports)
  await addGuards(app, parts)
  healthRoutes(app, parts)
  metricsRoutes(app, parts, readMetrics)
  acknowledgeRoutes(app, parts)
  fieldWorkRoutes(app, parts)
  trackRoutes(app, parts)
  reporterRoutes(app, parts)
  await app.register(async (api: Api) => addApi(api, parts), { prefix: '/api' })
  if (webRoot) await consoleRoutes(app, webRoot)
  await app.ready()
  return app
}

const createApp = (settings: HttpSettings, log: FastifyBaseLogger | undefined): Api => {
  const app: Api = Fastify({
    ...(log ? { loggerInstance: log } : { logger: false }),
    trustProxy: settings.trustProxy,
    // the account names the request: the number must mean the same after a restart
    genReqId: () => randomUUID(),
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerError,
    // Stripping or coercing would let a forged field or a mistyped one pass for a good one.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false } },
  })
  app.removeContentTypeParser('text/plain')
  return app
}

/** The order is the order in which a request meets them. */
const addGuards = async (app: Api, parts: HttpParts): Promise<void> => {
  addProblems(app)
  addAccessLog(app)
  await addSecurityHeaders(app, parts.settings)
  await addRateLimits(app)
  addSameOrigin(app, parts.settings)
  await addSessionCookie(app, parts.settings)
  addRights(app, parts)
  addClosedSchemas(app)
  addIdempotency(app, parts)
  addActing(app, parts)
  await addApiDescription(app)
  addSwiftStop(app)
}

const addApi = (api: Api, parts: HttpParts): void => {
  // Cases are nobody's cache's business, not even the browser's.
  api.addHook(
    'onRequest',
    async (_request, reply) => void reply.header('cache-control', 'no-store'),
  )
  sessionRoutes(api, parts)
  setupRoutes(api, parts)
  referenceRoutes(api, parts)
  caseListRoutes(api, parts)
  caseExportRoutes(api, parts)
  searchRoutes(api, parts)
  caseViewRoutes(api, parts)
  caseClaimRoutes(api, parts)
  caseWorkRoutes(api, parts)
  answerRoutes(api, parts)
  oneAnswerRoutes(api, parts)
  answerTargetRoutes(api, parts)
  evidenceRoutes(api, parts)
  caseEndRoutes(api, parts)
  queueWorkRoutes(api, parts)
  presenceRoutes(api, parts)
  draftRoutes(api, parts)
  templateRoutes(api, parts)
  caseCustodyRoutes(api, parts)
  caseReporterRoutes(api, parts)
  offerRoutes(api, parts)
  taskRoutes(api, parts)
  handOverRoutes(api, parts)
  laporRoutes(api, parts)
  caseMergeRoutes(api, parts)
  reporterLinkRoutes(api, parts)
  postRoutes(api, parts)
  postRaiseRoutes(api, parts)
  postWhyRoutes(api, parts)
  postDeletedRoutes(api, parts)
  attachmentRoutes(api, parts)
  ledgerRoutes(api, parts)
  silenceRoutes(api, parts)
  recurringRoutes(api, parts)
  alertRoutes(api, parts)
  notificationRoutes(api, parts)
  escalationRoutes(api, parts)
  eventRoutes(api, parts)
  sourceRoutes(api, parts)
  connectorRoutes(api, parts)
  channelRoutes(api, parts)
  userRoutes(api, parts)
  auditRoutes(api, parts)
  openapiRoutes(api)
}
