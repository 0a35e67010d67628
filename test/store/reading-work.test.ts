import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  asRead,
  type House,
  incoming,
  newCaseOf,
  openHouse,
  PROVINCE,
  receive,
} from '../support/seed.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
beforeEach(() => house.ask('delete from posts'))
afterAll(() => house.close())

const receiveSome = (count: number) =>
  receive(
    house,
    Array.from({ length: count }, () => incoming()),
  )

/** What a frozen or killed reader leaves behind when its time is up. */
const letLeasesRunOut = () =>
  house.ask(
    `update posts set lease_until = now() - interval '1 second' where lease_until is not null`,
  )
const letTellingsAge = () => house.ask(`update posts set queued_at = now() - interval '2 minutes'`)

const rowOf = async (id: string) => {
  const rows = await house.ask<{
    stage: string
    attempts: number
    outcome: string | null
    because: string[]
  }>('select stage, attempts, outcome, because from posts where id = $1', [id])
  return rows[0]
}

/** The reader's work without trouble: each post is settled as "bukan layanan". */
const readAll = async (postIds: string[]) => {
  const { token, posts } = await house.readingWork.lease(postIds)
  await house.gathering.at(PROVINCE, { token, postIds }, async (desk) => {
    for (const post of posts)
      if (desk.held.has(post.id)) await desk.settle(asRead(post), 'not-a-service', ['sapaan'])
  })
  return posts.map(({ id }) => id)
}

describe('telling readers of waiting posts', () => {
  test('names the oldest first, at most as many as asked for, and none twice', async () => {
    const ids = await receiveSome(10)
    const told = [
      await house.readingWork.takeWaiting(4),
      await house.readingWork.takeWaiting(4),
      await house.readingWork.takeWaiting(4),
      await house.readingWork.takeWaiting(4),
    ]
    expect(told).toEqual([ids.slice(0, 4), ids.slice(4, 8), ids.slice(8), []])
  })

  test('by two dispatchers at once tells each post once', async () => {
    const ids = await receiveSome(60)
    const told = await Promise.all(
      Array.from({ length: 6 }, () => house.readingWork.takeWaiting(10)),
    )
    const rest = await house.readingWork.takeWaiting(100)
    expect([...told.flat(), ...rest].sort()).toEqual(ids)
    for (const some of told) expect(some.length).toBeLessThanOrEqual(10)
  })

  test('is repeated when the job was lost, but not when it is merely slow', async () => {
    const ids = await receiveSome(3)
    await house.readingWork.takeWaiting(10)
    await house.ask(`update posts set queued_at = now() - interval '30 seconds'`)
    expect(await house.readingWork.takeWaiting(10)).toEqual([])
    await letTellingsAge()
    expect(await house.readingWork.takeWaiting(10)).toEqual(ids)
  })

  test('says how long the oldest one waits, and nothing where none does', async () => {
    expect(await house.readingWork.oldestWaiting()).toBeNull()
    const ids = await receiveSome(1)
    await house.ask(`update posts set received_at = now() - interval '90 seconds'`)
    expect(await house.readingWork.oldestWaiting()).toBeGreaterThanOrEqual(90)
    await readAll(ids)
    expect(await house.readingWork.oldestWaiting()).toBeNull()
  })
})

describe('a lease', () => {
  test('counts the attempt before anything is read', async () => {
    const [id = ''] = await receiveSome(1)
    await house.readingWork.lease([id])
    expect(await rowOf(id)).toMatchObject({ attempts: 1, stage: 'received' })
  })

  test('gives each post to one reader only', async () => {
    const ids = await receiveSome(40)
    const leases = await Promise.all(Array.from({ length: 5 }, () => house.readingWork.lease(ids)))
    const given = leases.flatMap(({ posts }) => posts.map(({ id }) => id))
    expect(given.sort()).toEqual(ids)
  })

  test('is not given for a post that was read already', async () => {
    const ids = await receiveSome(2)
    expect(await readAll(ids)).toEqual(ids)
    expect((await house.readingWork.lease(ids)).posts).toEqual([])
    expect(await readAll(ids)).toEqual([])
  })

  test('given back burns no attempt, and the post is told again at once', async () => {
    const ids = await receiveSome(2)
    for (let round = 0; round < 6; round++) {
      expect(await house.readingWork.takeWaiting(10)).toEqual(ids)
      const { token, posts } = await house.readingWork.lease(ids)
      expect(posts).toHaveLength(2)
      await house.readingWork.giveBack(token)
    }
    expect(await rowOf(ids[0] ?? '')).toMatchObject({ attempts: 0, stage: 'received' })
    expect(await house.readingWork.takeSuspects(10)).toEqual([])
  })
})

describe('a reader that froze and woke too late', () => {
  test('holds nothing any more, whatever became of its posts', async () => {
    const ids = await receiveSome(2)
    const frozen = await house.readingWork.lease(ids)
    await letLeasesRunOut()
    await house.readingWork.takeSuspects(10)
    await readAll([ids[0] ?? ''])
    await house.gathering.at(PROVINCE, { token: frozen.token, postIds: ids }, async (desk) => {
      expect([...desk.held]).toEqual([])
    })
    expect(await rowOf(ids[0] ?? '')).toMatchObject({ stage: 'read', outcome: 'not-a-service' })
  })

  test('writes nothing even if it does not look: no outcome, no case, no event', async () => {
    const [id = ''] = await receiveSome(1)
    const frozen = await house.readingWork.lease([id])
    await letLeasesRunOut()
    await house.readingWork.takeSuspects(10)
    const read = asRead(frozen.posts[0] as (typeof frozen.posts)[0])
    for (const write of ['settle', 'open'] as const)
      await expect(
        house.gathering.at(PROVINCE, { token: frozen.token, postIds: [id] }, async (desk) => {
          if (write === 'open') await desk.open(read, newCaseOf(), new Date())
          else await desk.settle(read, 'out-of-area', ['terlambat'])
        }),
      ).rejects.toThrow('not held')
    expect(await rowOf(id)).toMatchObject({ stage: 'suspect', outcome: null })
    expect(await house.ask('select 1 from cases union all select 1 from case_events')).toEqual([])
  })

  test('cannot give back what somebody else reads now', async () => {
    const [id = ''] = await receiveSome(1)
    const frozen = await house.readingWork.lease([id])
    await letLeasesRunOut()
    await house.readingWork.takeSuspects(10)
    const { posts } = await house.readingWork.lease([id])
    await house.readingWork.giveBack(frozen.token)
    expect(posts).toHaveLength(1)
    expect(await rowOf(id)).toMatchObject({ attempts: 2 })
    expect((await house.readingWork.lease([id])).posts).toEqual([])
  })
})

describe('a post that kills its reader', () => {
  test('is read alone from then on, never again in a batch', async () => {
    const ids = await receiveSome(3)
    await house.readingWork.takeWaiting(10)
    await house.readingWork.lease(ids)
    await letLeasesRunOut()
    await letTellingsAge()
    expect(await house.readingWork.takeWaiting(10)).toEqual([])
    expect((await house.readingWork.lease(ids)).posts).toEqual([])
    expect((await house.readingWork.takeSuspects(10)).sort()).toEqual(ids)
    expect(await house.readingWork.takeWaiting(10)).toEqual([])
    expect(await rowOf(ids[0] ?? '')).toMatchObject({ stage: 'suspect', attempts: 1 })
  })

  test('goes to quarantine after four crashes, and its neighbours are all read', async () => {
    const ids = await receiveSome(20)
    const killer = ids[7] ?? ''
    await house.readingWork.takeWaiting(100)
    await house.readingWork.lease(ids)
    await letLeasesRunOut()
    for (let round = 0; round < 6; round++) {
      for (const id of await house.readingWork.takeSuspects(100)) {
        if (id === killer) await house.readingWork.lease([id])
        else await readAll([id])
      }
      await letLeasesRunOut()
    }
    const rows = await house.ask<{ id: string; stage: string; attempts: number }>(
      'select id, stage, attempts from posts order by id',
    )
    expect(rows.filter(({ stage }) => stage !== 'read')).toEqual([
      { id: killer, stage: 'quarantined', attempts: 4 },
    ])
    expect((await rowOf(killer))?.because[0]).toContain('perlu dilihat petugas')
    expect((await house.readingWork.lease([killer])).posts).toEqual([])
    expect(await house.posts.outcomes(PROVINCE)).toEqual({ 'not-a-service': 19, quarantined: 1 })
  })

  test('that the reader itself names is a suspect at once', async () => {
    const ids = await receiveSome(2)
    const { token } = await house.readingWork.lease(ids)
    await house.readingWork.suspect(token, [ids[0] ?? ''])
    expect(await house.readingWork.takeSuspects(10)).toEqual([ids[0]])
    expect(await rowOf(ids[1] ?? '')).toMatchObject({ stage: 'received' })
  })

  test('stays counted when the rest of its batch is given back', async () => {
    const ids = await receiveSome(2)
    const { token } = await house.readingWork.lease(ids)
    await house.readingWork.suspect(token, [ids[0] ?? ''])
    await house.readingWork.giveBack(token)
    expect(await house.readingWork.takeSuspects(10)).toEqual([ids[0]])
    expect(await rowOf(ids[0] ?? '')).toMatchObject({ attempts: 1, stage: 'suspect' })
    expect(await rowOf(ids[1] ?? '')).toMatchObject({ attempts: 0, stage: 'received' })
  })

  test('whose job is lost is told again', async () => {
    const ids = await receiveSome(1)
    const { token } = await house.readingWork.lease(ids)
    await house.readingWork.suspect(token, ids)
    expect(await house.readingWork.takeSuspects(10)).toEqual(ids)
    expect(await house.readingWork.takeSuspects(10)).toEqual([])
    await letTellingsAge()
    expect(await house.readingWork.takeSuspects(10)).toEqual(ids)
  })
})
