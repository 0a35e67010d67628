import { jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { TaskKind, TaskResult, TaskState, TaskTarget } from '../../core/task.ts'

export const tasks = pgTable('tasks', {
  id: uuid().primaryKey(),
  governmentId: text().notNull(),
  caseId: uuid().notNull(),
  kind: text().$type<TaskKind>().notNull(),
  agencyId: text(),
  assigneeId: uuid(),
  title: text().notNull(),
  startedAt: timestamp({ withTimezone: true }).notNull(),
  target: jsonb().$type<TaskTarget>().notNull(),
  state: text().$type<TaskState>().notNull().default('open'),
  handOverId: uuid(),
  openedBy: uuid(),
  endedAt: timestamp({ withTimezone: true }),
  endedBy: uuid(),
  result: jsonb().$type<TaskResult>(),
})
