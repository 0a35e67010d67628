import { type Static, Type } from 'typebox'
import { URGENCIES } from '../../core/reading.ts'
import { CASE_SORTS, QUEUES } from '../../ports/cases.ts'
import { CaseRow } from './case-row.ts'
import { Cursor, Line, List, Nullable, Said, Shape, Slug } from './parts.ts'

const FILTER = {
  queue: Type.Enum(QUEUES),
  q: Type.Optional(Line(200)),
  agency: Type.Optional(Slug),
  category: Type.Optional(Slug),
  urgency: Type.Optional(Type.Enum(URGENCIES)),
  sort: Type.Optional(Type.Enum(CASE_SORTS)),
}

/** `sort` is 'due' unless said; `limit` is 50. */
export const CaseListQuery = Shape({
  ...FILTER,
  cursor: Type.Optional(Cursor),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})
export type CaseListQuery = Static<typeof CaseListQuery>

export const CaseExportQuery = Shape(FILTER)
export type CaseExportQuery = Static<typeof CaseExportQuery>

export const CaseListPage = Shape({ items: List(CaseRow, 100), next: Nullable(Cursor) })
export type CaseListPage = Static<typeof CaseListPage>

/** The queues that the viewer has, in the order of the menu. Counted up to 1000. */
export const QueueCounts = Shape({
  queues: List(
    Shape({
      name: Type.Enum(QUEUES),
      label: Said(60),
      count: Type.Integer({ minimum: 0, maximum: 1_000 }),
    }),
    QUEUES.length,
  ),
})
export type QueueCounts = Static<typeof QueueCounts>
