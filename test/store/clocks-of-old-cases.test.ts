import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { askPostgres } from '../../src/services/postgres/ask-postgres.ts'
import { emptyDatabase } from '../support/database.ts'
import { smallConfiguration } from '../support/seed.ts'

const folder = new URL('../../migrations/', import.meta.url)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .toSorted()
const sqlOf = (name: string) => readFileSync(new URL(name, folder), 'utf8')

test('cases from before the clocks get theirs, keep their deadline, and alarm nobody for what is past', async () => {
  const database = await emptyDatabase()
  try {
    await askPostgres(database.url, async (db) => {
      for (const name of files.filter((each) => each < '0005')) await db.query(sqlOf(name))
      const { taxonomy, governments } = smallConfiguration()
      await db.query(`insert into governments values
        ('pemprov-bengkulu', 'x', 'province', '17', 'Asia/Jakarta', 'WIB', 'BKL')`)
      for (const [kind, government, document] of [
        ['taxonomy', null, taxonomy],
        ['government', 'pemprov-bengkulu', governments[0]],
      ] as const)
        await db.query(
          `insert into configuration_documents values
            (gen_random_uuid(), $1, $2, '', 1, $3, now(), 'uji')`,
          [government, kind, JSON.stringify(document)],
        )
      const open = (code: string, due: string, answered: string | null, late: string | null) =>
        db.query(
          `insert into cases (id, government_id, code, state, is_open, kind, category, urgency,
             confidential, title, because, opened_at, first_post_at, last_post_at, due_at,
             answered_at, escalated_at, sample, history)
           values (gen_random_uuid(), 'pemprov-bengkulu', $1, 'new', true, 'complaint', 'jalan.rusak',
             'P3', false, '', '{}', now(), now() - interval '9 days', now(), $2, $3, $4, false, false)`,
          [code, answered ? null : due, answered, late],
        )
      await open('LAMA-1', '2026-01-05T09:00Z', null, '2026-01-05T09:00:01Z')
      await open('LAMA-2', '', '2026-01-05T09:00Z', null)
      await db.query(sqlOf('0005_run_the_clocks.sql'))
      const { rows } = await db.query(`select code, clock, clocks.due_at::text as due, stale,
          watched_from is not null as watched, target
        from clocks join cases on id = case_id order by code, clock`)
      const common = { stale: true, watched: true }
      expect(rows).toMatchObject([
        { code: 'LAMA-1', clock: 'answer', ...common, target: { workingMinutes: 900 } },
        { code: 'LAMA-1', clock: 'citizen', ...common, target: { workingDays: 14 } },
        { code: 'LAMA-2', clock: 'citizen', ...common },
      ])
      expect(rows[0].due).toContain('2026-01-05')
      const told = await db.query('select rung, told_at from escalations')
      expect(told.rows).toEqual([{ rung: 100, told_at: expect.any(Date) }])
    })
  } finally {
    await database.drop()
  }
})
