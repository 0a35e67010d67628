/** What travels between server and console: the server's own schemas, under the console's names. */

import type { Right } from '../../core/roles.ts'
import type { Me as MeShape, SetupInvitation } from '../../http/schemas/account.ts'
import type { AlertShape } from '../../http/schemas/alert.ts'
import type { CaseListPage, QueueCounts } from '../../http/schemas/case-list.ts'
import type { CaseFull, CaseRow } from '../../http/schemas/case-row.ts'
import type { CaseEventShape, CasePostShape, CaseViewShape } from '../../http/schemas/case-view.ts'
import type { ChannelShape } from '../../http/schemas/channel.ts'
import type { EvidenceBody, EvidenceShape } from '../../http/schemas/evidence.ts'
import type { LiveEventShape } from '../../http/schemas/live-event.ts'
import type {
  LedgerEntry,
  LedgerPage as LedgerShape,
  PostStatusShape,
} from '../../http/schemas/post.ts'
import type { PostWhyShape } from '../../http/schemas/post-why.ts'
import type { Reference as ReferenceShape } from '../../http/schemas/reference.ts'
import type { ConnectorShape, SourceShape } from '../../http/schemas/source.ts'
import type { UserShape } from '../../http/schemas/user.ts'

export type Row = CaseRow
export type RowPage = CaseListPage
export type Case = CaseFull
export type CaseView = CaseViewShape
export type CasePost = CasePostShape
export type CaseEvent = CaseEventShape
export type Evidence = EvidenceShape
export type GivenEvidence = EvidenceBody
export type QueueCount = QueueCounts['queues'][number]
export type QueueName = QueueCount['name']
export type CaseSort = 'due' | 'newest' | 'risk'

export type Me = Omit<MeShape, 'rights'> & { rights: Right[] }
export type Invitation = SetupInvitation
export type Reference = ReferenceShape
export type AgencyName = ReferenceShape['agencies'][number]

export type LiveEvent = LiveEventShape
export type PostStatus = PostStatusShape
export type PostWhy = PostWhyShape
export type SpokenWord = PostWhyShape['words'][number]
export type LedgerRow = LedgerEntry
export type LedgerPage = LedgerShape
export type Alert = AlertShape
export type Source = SourceShape
export type Connector = ConnectorShape
export type ConnectorField = ConnectorShape['fields'][number]
export type Channel = ChannelShape
export type User = UserShape
