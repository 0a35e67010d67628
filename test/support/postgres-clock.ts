/**
 * A clock that several processes share: its hand stands in a table. Only tests make the table, and only
 * test entries hand this clock to the program: nothing in src or workers can reach it.
 */
import type pg from 'pg'

export const laySharedClock = async (pool: pg.Pool, at: Date): Promise<void> => {
  await pool.query('create schema tanggap_test')
  await pool.query('create table tanggap_test.clock (hand timestamptz not null)')
  await pool.query('insert into tanggap_test.clock values ($1)', [at])
}

export const setSharedClock = (pool: pg.Pool, at: Date): Promise<unknown> =>
  pool.query('update tanggap_test.clock set hand = $1', [at])

/** The Clock port is asked without waiting: `look` reads the hand, `now` says what was read last. */
export const readSharedClock = (pool: pg.Pool) => {
  let hand = new Date(0)
  return {
    now: () => hand,
    look: async () => {
      const { rows } = await pool.query<{ hand: Date }>('select hand from tanggap_test.clock')
      hand = rows[0]?.hand ?? hand
    },
  }
}
