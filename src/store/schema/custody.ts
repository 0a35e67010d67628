import { jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { HandOverOutcome } from '../../core/hand-over.ts'
import type { OfferReason, OfferState, OfferTarget, Verdict } from '../../core/offer.ts'

const moment = () => timestamp({ withTimezone: true })

export const offers = pgTable('offers', {
  id: uuid().primaryKey(),
  governmentId: text().notNull(),
  caseId: uuid().notNull(),
  fromAgencyId: text(),
  toKind: text().$type<OfferTarget['toKind']>().notNull(),
  toAgencyId: text(),
  toGovernmentId: text(),
  reason: text().$type<OfferReason>().notNull(),
  text: text().notNull(),
  proposedOwner: text(),
  offeredBy: uuid(),
  offeredAt: moment().notNull(),
  /** Of the case's clock `offer`. */
  leg: smallint().notNull(),
  state: text().$type<OfferState>().notNull().default('open'),
  answeredAt: moment(),
  answeredBy: uuid(),
  returnReason: text().$type<OfferReason>(),
  returnText: text(),
  returnOwner: text(),
  escalatedAt: moment(),
  verdict: jsonb().$type<Verdict>(),
})

export const caseLinks = pgTable(
  'case_links',
  {
    caseId: uuid().notNull(),
    governmentId: text().notNull(),
    linkedId: uuid().notNull(),
    linkedGovernmentId: text().notNull(),
    linkedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.linkedId] })],
)

export const handOvers = pgTable('hand_overs', {
  id: uuid().primaryKey(),
  governmentId: text().notNull(),
  caseId: uuid().notNull(),
  body: text().notNull(),
  channel: text().notNull(),
  reference: text().notNull(),
  contactRole: text().notNull(),
  text: text().notNull(),
  handedAt: moment().notNull(),
  handedBy: uuid(),
  outcome: text().$type<HandOverOutcome>(),
  outcomeAt: moment(),
  outcomeText: text(),
  endedAt: moment(),
})
