import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { askPostgres } from '../../src/services/postgres/ask-postgres.ts'
import { emptyDatabase } from '../support/database.ts'

const folder = new URL('../../migrations/', import.meta.url)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .toSorted()
const sqlOf = (name: string) => readFileSync(new URL(name, folder), 'utf8')

const OLD_ROWS = `
  insert into governments values
    ('pemprov-bengkulu', 'x', 'province', '17', 'Asia/Jakarta', 'WIB', 'BKL');
  insert into cases (id, government_id, code, state, is_open, kind, category, urgency, confidential,
    title, because, opened_at, first_post_at, last_post_at, sample, history)
  select gen_random_uuid(), 'pemprov-bengkulu', code, 'referred', true, 'complaint', 'jalan.rusak',
    'P3', false, '', '{}', now(), now(), now(), false, false
  from unnest(array['LAMA-1', 'LAMA-2']) as code;
  insert into offers (id, government_id, case_id, to_kind, to_agency_id, reason, text, offered_at,
    state, answered_at)
  select gen_random_uuid(), 'pemprov-bengkulu', id, 'agency', 'pupr', 'bukan-kewenangan', '', asked,
    said, answered
  from cases join (values
    ('LAMA-1', timestamptz '2026-01-05T02:00Z', 'returned', timestamptz '2026-01-05T04:00Z'),
    ('LAMA-1', timestamptz '2026-01-06T02:00Z', 'open', null),
    ('LAMA-2', timestamptz '2026-01-07T02:00Z', 'open', null)
  ) as old (code, asked, said, answered) using (code);
  insert into clock_events (government_id, case_id, clock, leg, does, at, target)
  select 'pemprov-bengkulu', id, 'offer', 1, 'start', '2026-01-07T02:00Z', '{"workingDays": 2}'
  from cases where code = 'LAMA-2';
  insert into clocks (government_id, case_id, clock, leg, target, started_at, counts_from, state,
    due_at, outcome)
  select 'pemprov-bengkulu', id, 'offer', 1, '{"workingDays": 2}', '2026-01-07T02:00Z',
    '2026-01-07T02:00Z', 'running', '2026-01-09T09:00Z', 'open'
  from cases where code = 'LAMA-2';
  insert into reporter_links (token_hash, government_id, case_id, made_at, expires_at)
  select '\\x01', 'pemprov-bengkulu', id, now(), now() from cases where code = 'LAMA-1';`

test('offers from before their windows were clocks get one, and who has one keeps it', async () => {
  const database = await emptyDatabase()
  try {
    await askPostgres(database.url, async (db) => {
      for (const name of files.filter((each) => each < '0010')) await db.query(sqlOf(name))
      await db.query(OLD_ROWS)
      for (const name of files.filter((each) => each >= '0010')) await db.query(sqlOf(name))
      const clocks = await db.query(`select code, clocks.leg, clocks.state, outcome, clocks.target,
          stale, offers.state as offer
        from clocks join cases on cases.id = clocks.case_id
          join offers on offers.case_id = clocks.case_id and offers.leg = clocks.leg
        where clock = 'offer' order by code, leg`)
      const [day, days] = [{ workingDays: 1 }, { workingDays: 2 }]
      const runs = { state: 'running', outcome: 'open', offer: 'open' }
      expect(clocks.rows).toEqual([
        {
          code: 'LAMA-1',
          leg: 1,
          state: 'stopped',
          outcome: 'met',
          target: day,
          stale: false,
          offer: 'returned',
        },
        { code: 'LAMA-1', leg: 2, ...runs, target: day, stale: true },
        { code: 'LAMA-2', leg: 1, ...runs, target: days, stale: false },
      ])
      const events =
        await db.query(`select code, leg, array_agg(does order by clock_events.id) as does
        from clock_events join cases on cases.id = case_id group by code, leg order by code, leg`)
      expect(events.rows).toEqual([
        { code: 'LAMA-1', leg: 1, does: ['start', 'stop'] },
        { code: 'LAMA-1', leg: 2, does: ['start'] },
        { code: 'LAMA-2', leg: 1, does: ['start'] },
      ])
      expect((await db.query('select * from reporter_links')).rows).toHaveLength(1)
    })
  } finally {
    await database.drop()
  }
})
