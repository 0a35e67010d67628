import { expect, test } from 'vitest'
import { openHouse } from '../support/seed.ts'

test('who asks whether we work is not told how the database is built', async () => {
  const house = await openHouse()
  expect(await house.health.ready()).toMatchObject({ ok: true })
  await house.ask('alter table posts rename to kenari')
  const { ok, parts } = await house.health.ready()
  expect(ok).toBe(false)
  expect(parts.reading).toEqual({ ok: false, says: 'basis data tidak menjawab' })
  expect(JSON.stringify(parts)).not.toMatch(/select|posts/)
  await house.close()
})
