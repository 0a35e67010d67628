import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as rules from '../../src/core/case-rules.ts'
import {
  caseOf,
  HOUR,
  type House,
  MINUTE,
  officer,
  openHouse,
  PROVINCE,
  person,
  REGENCY,
} from '../support/seed.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Invited, and come: only somebody with a password can let others in again. */
const administrator = async (governmentId = PROVINCE, came = true) => {
  const viewer = await person(house, { governmentId, agencyId: null, roles: ['administrator'] })
  if (came) await house.users.setPassword(viewer.userId, 'sandi yang sudah diolah')
  return viewer
}

const inAnHour = () => new Date(house.clock.now().getTime() + HOUR)

describe('a one-time link', () => {
  const linkFor = async (until = inAnHour()) => {
    const { userId } = await officer(house)
    const token = house.ids.secret()
    await house.users.createLink('set-password', userId, token, until)
    return { token, userId }
  }

  test('opens once, even for two who come at the same moment', async () => {
    const { token, userId } = await linkFor()
    expect((await house.users.peekLink(token))?.user?.id).toBe(userId)
    const used = await Promise.all([1, 2, 3, 4].map(() => house.users.useLink(token)))
    expect(used.filter(Boolean)).toHaveLength(1)
    expect(await house.users.peekLink(token)).toBeNull()
  })

  test('does not open after its time', async () => {
    const { token } = await linkFor()
    house.clock.pass(HOUR + MINUTE)
    expect(await house.users.peekLink(token)).toBeNull()
    expect(await house.users.useLink(token)).toBe(false)
  })

  test('ends when a new one is made for the same person, and for nobody else', async () => {
    const [first, other] = [await linkFor(), await linkFor()]
    const renewed = house.ids.secret()
    await house.users.createLink('set-password', first.userId, renewed, inAnHour())
    expect(await house.users.useLink(first.token)).toBe(false)
    expect(await house.users.useLink(renewed)).toBe(true)
    expect(await house.users.useLink(other.token)).toBe(true)
  })

  test('is kept as a hash and belongs to a government', async () => {
    const { token } = await linkFor()
    const rows = await house.ask<{ government_id: string }>(
      `select *, encode(token_hash, 'escape') as raw from one_time_links where used_at is null`,
    )
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows.at(-1)?.government_id).toBe(PROVINCE)
  })

  test('that was guessed opens nothing', async () => {
    expect(await house.users.useLink('tebakan')).toBe(false)
  })

  test('makes the first administrator without naming anybody', async () => {
    const token = house.ids.secret()
    await house.users.createLink('first-administrator', null, token, inAnHour())
    expect(await house.users.peekLink(token)).toEqual({
      purpose: 'first-administrator',
      user: null,
    })
  })
})

describe('a user name', () => {
  test('is given once in the whole installation, even when asked for twice at once', async () => {
    const ask = (governmentId: string) =>
      house.users.add({
        governmentId,
        agencyId: null,
        username: 'siti',
        name: 'Siti',
        roles: ['leader'],
      })
    const results = await Promise.all([ask(PROVINCE), ask(REGENCY), ask(PROVINCE)])
    expect(results.map(({ kind }) => kind).sort()).toEqual(['added', 'refused', 'refused'])
    expect(results.find(({ kind }) => kind === 'refused')).toMatchObject({ code: 'username-taken' })
  })
})

describe('the last administrator', () => {
  test('stays, while one of two may go', async () => {
    const [one, two] = [await administrator(), await administrator()]
    expect(await house.users.disable(PROVINCE, one.userId)).toEqual({ kind: 'disabled' })
    expect(await house.users.disable(PROVINCE, two.userId)).toMatchObject({
      code: 'last-administrator',
    })
  })

  test('is counted per government', async () => {
    const there = await administrator(REGENCY)
    await administrator()
    expect(await house.users.disable(REGENCY, there.userId)).toMatchObject({
      code: 'last-administrator',
    })
  })

  test('stays, where the other one was invited and never came', async () => {
    await house.ask(`update users set disabled_at = now() where 'administrator' = any(roles)`)
    const [one] = [await administrator(), await administrator(PROVINCE, false)]
    expect(await house.users.disable(PROVINCE, one.userId)).toMatchObject({
      code: 'last-administrator',
    })
  })

  test.each([1, 2, 3])('of two who disable each other at once one stays (%#)', async () => {
    await house.ask(`update users set disabled_at = now() where 'administrator' = any(roles)`)
    const both = [await administrator(), await administrator()]
    const results = await Promise.all(
      both.map(({ userId }) => house.users.disable(PROVINCE, userId)),
    )
    expect(results.map(({ kind }) => kind).sort()).toEqual(['disabled', 'refused'])
  })
})

describe('a person who is disabled', () => {
  test('is signed out everywhere, and their cases are free at once', async () => {
    const [ani, budi] = [await officer(house), await officer(house)]
    const sessions = [await house.sessions.open(ani.userId), await house.sessions.open(ani.userId)]
    const { id } = await caseOf(house)
    const claim = (who: typeof ani) =>
      house.cases.change(who, id, null, (current) => rules.claim(current, who, house.clock.now()))
    await claim(ani)
    expect(await claim(budi)).toMatchObject({ code: 'claimed-by-other' })
    await house.users.disable(PROVINCE, ani.userId)
    for (const { token } of sessions) expect(await house.sessions.viewer(token)).toBeNull()
    expect(await claim(budi)).toMatchObject({ kind: 'changed' })
  })

  test('comes back with their roles, but has to sign in again', async () => {
    const ani = await officer(house)
    const { token } = await house.sessions.open(ani.userId)
    await house.users.disable(PROVINCE, ani.userId)
    await house.users.enable(PROVINCE, ani.userId)
    expect(await house.sessions.viewer(token)).toBeNull()
    const again = await house.sessions.open(ani.userId)
    expect((await house.sessions.viewer(again.token))?.viewer).toEqual(ani)
  })

  test('can only be disabled by their own government', async () => {
    const ani = await officer(house)
    expect(await house.users.disable(REGENCY, ani.userId)).toMatchObject({ code: 'not-found' })
    expect(await house.users.find(REGENCY, ani.userId)).toBeNull()
    expect((await house.users.find(PROVINCE, ani.userId))?.disabledAt).toBeNull()
  })
})

describe('a session', () => {
  const opened = async () => {
    const viewer = await officer(house)
    return { viewer, ...(await house.sessions.open(viewer.userId)) }
  }

  test('shows who looks, and is kept as a hash', async () => {
    const { token, viewer } = await opened()
    expect((await house.sessions.viewer(token))?.viewer).toEqual(viewer)
    const rows = await house.ask(`select encode(token_hash, 'escape') as raw from sessions`)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('ends after four idle hours', async () => {
    const { token } = await opened()
    house.clock.pass(4 * HOUR + MINUTE)
    expect(await house.sessions.viewer(token)).toBeNull()
  })

  test('lives on while somebody works, but never longer than twelve hours', async () => {
    const { token } = await opened()
    for (let hours = 3; hours < 12; hours += 3) {
      house.clock.pass(3 * HOUR)
      expect(await house.sessions.viewer(token), `${hours} h`).not.toBeNull()
    }
    house.clock.pass(3 * HOUR + MINUTE)
    expect(await house.sessions.viewer(token)).toBeNull()
  })

  test('is not kept alive by a page that only listens', async () => {
    const { token } = await opened()
    for (let n = 0; n < 3; n++) {
      house.clock.pass(HOUR)
      expect(await house.sessions.viewer(token, { touch: false })).not.toBeNull()
    }
    house.clock.pass(HOUR + MINUTE)
    expect(await house.sessions.viewer(token)).toBeNull()
  })

  test('ends by signing out, by a new password, and all at once', async () => {
    const [out, password, all] = [await opened(), await opened(), await opened()]
    await house.sessions.close(out.token)
    await house.users.setPassword(password.viewer.userId, 'hash')
    await house.sessions.closeAllOf(all.viewer.userId)
    for (const { token } of [out, password, all])
      expect(await house.sessions.viewer(token)).toBeNull()
  })

  test('sees a changed role with the next request', async () => {
    const { token, viewer } = await opened()
    await house.ask(`update users set agency_id = 'dinkes' where id = $1`, [viewer.userId])
    expect((await house.sessions.viewer(token))?.viewer.agencyId).toBe('dinkes')
  })
})

describe('a write that is sent twice', () => {
  test('is done once: the second gets the first one’s answer', async () => {
    const { userId } = await officer(house)
    const key = randomUUID()
    const begin = (hash = 'isi') => house.idempotency.begin(userId, key, hash)
    expect(await begin()).toEqual({ kind: 'new' })
    expect(await begin()).toEqual({ kind: 'busy' })
    await house.idempotency.finish(userId, key, 201, { id: 7 })
    expect(await begin()).toEqual({ kind: 'done', status: 201, body: { id: 7 } })
    expect(await begin('isi lain')).toEqual({ kind: 'mismatch' })
  })

  test('by ten at once is begun by one', async () => {
    const { userId } = await officer(house)
    const key = randomUUID()
    const begun = await Promise.all(
      Array.from({ length: 10 }, () => house.idempotency.begin(userId, key, 'isi')),
    )
    expect(begun.filter(({ kind }) => kind === 'new')).toHaveLength(1)
    expect(begun.filter(({ kind }) => kind === 'busy')).toHaveLength(9)
  })

  test('may be tried again where the first call failed or died', async () => {
    const { userId } = await officer(house)
    const key = randomUUID()
    await house.idempotency.begin(userId, key, 'isi')
    await house.idempotency.forget(userId, key)
    expect(await house.idempotency.begin(userId, key, 'isi lain')).toEqual({ kind: 'new' })
    await house.ask(`update idempotency_keys set created_at = now() - interval '2 minutes'`)
    expect(await house.idempotency.begin(userId, key, 'isi lain')).toEqual({ kind: 'new' })
    expect(await house.idempotency.begin(userId, key, 'isi lain')).toEqual({ kind: 'busy' })
  })

  test('with the key of somebody else is another write', async () => {
    const [ani, budi] = [await officer(house), await officer(house)]
    await house.idempotency.begin(ani.userId, 'sama', 'isi')
    await house.idempotency.finish(ani.userId, 'sama', 200, { rahasia: true })
    expect(await house.idempotency.begin(budi.userId, 'sama', 'isi')).toEqual({ kind: 'new' })
  })
})
