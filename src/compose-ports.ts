import { createPhotos } from './images/photos.ts'
import type { Clock } from './ports/clock.ts'
import type { Ports } from './ports/ports.ts'
import { createAlerts } from './store/alerts.ts'
import { createAnswers } from './store/answers.ts'
import { createAttachments } from './store/attachments.ts'
import { createAudit } from './store/audit.ts'
import { createCases } from './store/cases.ts'
import { createChannels } from './store/channels.ts'
import { createConfigurations } from './store/configurations.ts'
import { createCustody } from './store/custody.ts'
import { type Connection, connect } from './store/database.ts'
import { createDeadlines } from './store/deadlines.ts'
import { createDrafts } from './store/drafts.ts'
import { createEscalations } from './store/escalations.ts'
import { createEvents } from './store/events.ts'
import { createEvidence } from './store/evidence.ts'
import { createHealth } from './store/health.ts'
import { createIdempotency } from './store/idempotency.ts'
import { systemIds } from './store/ids.ts'
import { createLapor } from './store/lapor.ts'
import { createLedger } from './store/ledger.ts'
import { createListener, type Listener } from './store/listener.ts'
import { createMerging } from './store/merging.ts'
import { createNotifications } from './store/notifications.ts'
import { createPasswords } from './store/passwords.ts'
import { createPosts } from './store/posts.ts'
import { createPresence } from './store/presence.ts'
import { createQueueWork } from './store/queue-work.ts'
import { createRecurringProblems } from './store/recurring.ts'
import { createRemovals } from './store/removals.ts'
import { createReporters } from './store/reporters.ts'
import { createSearch } from './store/search.ts'
import { createSecretBox, type SecretBox } from './store/secret-box.ts'
import { createSessions } from './store/sessions.ts'
import { createSources } from './store/sources.ts'
import { createTemplates } from './store/templates.ts'
import { createUsers } from './store/users.ts'

const systemClock: Clock = { now: () => new Date() }

/** What stands on the database: the ports, and what background work needs besides. */
export interface Ground {
  ports: Ports
  connection: Connection
  listener: Listener
  box: SecretBox
  close(): Promise<void>
}

/** The real parts on a real Postgres. Tests hand in their own clock. */
export const layGround = (
  databaseUrl: string,
  { secretKey, clock = systemClock, size }: { secretKey: string; clock?: Clock; size?: number },
): Ground => {
  const connection = connect(databaseUrl, size ? { size } : {})
  const listener = createListener(databaseUrl)
  const box = createSecretBox(secretKey)
  const { db } = connection
  const [audit, ledger] = [createAudit(db), createLedger(db)]
  const ports: Ports = {
    alerts: createAlerts(db, clock),
    answers: createAnswers(db, clock, systemIds),
    attachments: createAttachments(db, systemIds),
    audit,
    cases: createCases(db, clock),
    channels: createChannels(db, clock, systemIds, box),
    clock,
    configurations: createConfigurations(db, clock, systemIds, listener),
    drafts: createDrafts(db, clock),
    custody: createCustody(db, clock, systemIds),
    deadlines: createDeadlines(db, clock),
    escalations: createEscalations(db, clock),
    events: createEvents(db, listener),
    evidence: createEvidence(db, clock, systemIds),
    health: createHealth(db, { audit, ledger, clock }),
    idempotency: createIdempotency(db),
    ledger,
    merging: createMerging(db, clock, systemIds),
    ids: systemIds,
    notifications: createNotifications(db, clock),
    lapor: createLapor(db),
    passwords: createPasswords(),
    photos: createPhotos(),
    posts: createPosts(db, clock, systemIds),
    recurring: createRecurringProblems(db, systemIds),
    removals: createRemovals(db, clock, box),
    reporters: createReporters(db, clock, systemIds),
    presence: createPresence(db, clock),
    queueWork: createQueueWork(db, clock),
    search: createSearch(db),
    sessions: createSessions(db, clock, systemIds),
    sources: createSources(db, clock, systemIds, box),
    templates: createTemplates(db, clock, systemIds),
    users: createUsers(db, clock, systemIds),
  }
  return {
    ports,
    connection,
    listener,
    box,
    close: async () => {
      await listener.close()
      await connection.close()
    },
  }
}
