import type { Alerts } from './alerts.ts'
import type { Answers } from './answers.ts'
import type { Attachments } from './attachments.ts'
import type { Audit } from './audit.ts'
import type { Cases } from './cases.ts'
import type { Channels } from './channels.ts'
import type { Clock } from './clock.ts'
import type { Configurations } from './configurations.ts'
import type { Custody } from './custody.ts'
import type { Deadlines } from './deadlines.ts'
import type { Drafts } from './drafts.ts'
import type { Escalations } from './escalations.ts'
import type { Events } from './events.ts'
import type { EvidenceStore, Photos } from './evidence.ts'
import type { Health } from './health.ts'
import type { Idempotency } from './idempotency.ts'
import type { Ids } from './ids.ts'
import type { Lapor } from './lapor.ts'
import type { Ledger } from './ledger.ts'
import type { Merging } from './merging.ts'
import type { Notifications } from './notifications.ts'
import type { Passwords, Sessions, Users } from './people.ts'
import type { Posts } from './posts.ts'
import type { Presence } from './presence.ts'
import type { QueueWork } from './queue-work.ts'
import type { RecurringProblems } from './recurring.ts'
import type { Removals } from './removals.ts'
import type { Reporters } from './reporters.ts'
import type { Search } from './search.ts'
import type { Sources } from './sources.ts'
import type { Templates } from './templates.ts'

/** Everything an action may ask for. */
export interface Ports {
  alerts: Alerts
  answers: Answers
  attachments: Attachments
  audit: Audit
  cases: Cases
  channels: Channels
  clock: Clock
  configurations: Configurations
  drafts: Drafts
  custody: Custody
  deadlines: Deadlines
  escalations: Escalations
  events: Events
  evidence: EvidenceStore
  health: Health
  idempotency: Idempotency
  ledger: Ledger
  merging: Merging
  ids: Ids
  notifications: Notifications
  lapor: Lapor
  passwords: Passwords
  photos: Photos
  posts: Posts
  recurring: RecurringProblems
  removals: Removals
  reporters: Reporters
  presence: Presence
  queueWork: QueueWork
  search: Search
  sessions: Sessions
  sources: Sources
  templates: Templates
  users: Users
}
