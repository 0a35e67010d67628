import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptOffer } from '../../src/actions/answer-offer.ts'
import { indexCases } from '../../src/actions/index-cases.ts'
import { lookForDeleted } from '../../src/actions/look-for-deleted.ts'
import { offerCase } from '../../src/actions/offer-case.ts'
import { draftAnswer, releaseAnswer } from '../../src/actions/publish-answers.ts'
import type { Case } from '../../src/core/case.ts'
import { DELETED_TEXT } from '../../src/core/redaction.ts'
import type { Viewer } from '../../src/core/roles.ts'
import type { Connector, Missing } from '../../src/ports/connector.ts'
import {
  asRead,
  caseOf,
  coordinator,
  HOUR,
  type House,
  incoming,
  officer,
  openHouse,
  PROVINCE,
  person,
  REGENCY,
  receive,
} from '../support/seed.ts'

const CANARY = 'kenarihapus'

let house: House
let ani: Viewer
let chief: Viewer
beforeAll(async () => {
  house = await openHouse()
  ani = await officer(house)
  chief = await coordinator(house)
})
afterAll(() => house.close())

const TITLE = `${CANARY} jalan di depan pasar berlubang`

/** A case with a screenshot, an alert in the outbox, and a citizen whose words stand everywhere. */
const spokenCase = async (externalId: string): Promise<{ about: Case; postId: string }> => {
  const { id: attachmentId } = await house.attachments.store({
    governmentId: PROVINCE,
    bytes: Buffer.from(CANARY),
    mediaType: 'image/png',
    name: 'layar.png',
  })
  const about = await caseOf(house, {
    title: TITLE,
    post: {
      externalId,
      text: TITLE,
      url: `https://x.com/${CANARY}/status/1`,
      platform: 'tiktok',
      author: { id: `${CANARY}-77`, handle: CANARY },
      context: { attachmentId, parentText: `${CANARY} induk`, mediaText: `${CANARY} gambar` },
    },
  })
  const [post] = await house.ask<{ id: string }>('select id from posts where case_id = $1', [
    about.id,
  ])
  const alert = { kind: 'p1' as const, level: 'siaga' as const, because: ['uji'] }
  await house.gathering.at(PROVINCE, { token: house.ids.next(), postIds: [] }, (desk) =>
    desk.raise(about, alert, new Date()),
  )
  await house.idempotency.begin(ani.userId, `kunci-${externalId}`, 'x')
  await house.idempotency.finish(ani.userId, `kunci-${externalId}`, 200, {
    case: { id: about.id, title: TITLE },
  })
  await receive(house, [
    incoming({
      platform: 'tiktok',
      context: { quotes: { id: externalId, text: TITLE, author: CANARY } },
    }),
  ])
  await house.ask(
    `update posts set gatherable = jsonb_set(gatherable, '{telling,said}', to_jsonb($1::text)),
       reading = reading || jsonb_build_object('children', jsonb_build_array(
         jsonb_build_object('category', 'x', 'text', $1::text, 'function', null, 'agency', null)))
     where id = $2`,
    [TITLE, post?.id],
  )
  return { about, postId: post?.id ?? '' }
}

/** Every table of the database, whatever it will be called one day. */
const tablesWith = async (word: string): Promise<string[]> => {
  const tables = await house.ask<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await house.ask(
      `select 1 from "${name}" t where to_jsonb(t)::text like $1 limit 1`,
      [`%${word}%`],
    )
    if (rows.length > 0) found.push(name)
  }
  return found
}

/** The case as it is worked with: answered, found by its words, taken over by a neighbour. */
const livedIn = async (about: Case, postId: string) => {
  const words: [string, number][] = [[CANARY, 9]]
  const names = [{ words, fine: true, codes: [] }]
  const telling = { words, names, marks: [], said: TITLE }
  await house.ask(
    `update posts set gatherable = jsonb_set(gatherable, '{telling}', $1::jsonb) where id = $2`,
    [JSON.stringify(telling), postId],
  )
  await house.ask(
    `insert into case_bands (government_id, band, case_id) select government_id, $2, id from cases
     where id = $1`,
    [about.id, `kata ${CANARY}`],
  )
  const text = 'Lubang di depan pasar ditambal regu DPUPR Jumat, 27 November 2026 pukul 09.00.'
  const draft = await draftAnswer(house, ani, about.id, { id: null, kind: 'interim', text })
  if (draft.kind === 'changed') await releaseAnswer(house, ani, draft.answer.id, null)
  await offerCase(
    house,
    ani,
    { caseId: about.id, version: null },
    {
      to: `government:${REGENCY}`,
      reason: 'milik-pemda-lain',
      text: 'Jalan kabupaten menurut SK Bupati.',
      proposedOwner: null,
    },
  )
  const [offer] = await house.ask<{ id: string }>('select id from offers where case_id = $1', [
    about.id,
  ])
  const wish = { agencyId: 'kominfo', governmentId: REGENCY }
  const there = await person(house, { roles: ['coordinator'], ...wish })
  const taken = await acceptOffer(house, there, offer?.id ?? '', null)
  if (taken.kind === 'refused') throw new Error(taken.code)
  await receive(house, [
    incoming({ platform: 'tiktok', text: 'Setuju, di sini juga.', context: { parentText: TITLE } }),
  ])
  while (await indexCases(house.searchIndex));
}

const bytesLeft = async () =>
  (await house.ask('select 1 from attachments where bytes = $1', [Buffer.from(CANARY)])).length

describe('AC-002-3: a post that its writer took back', () => {
  it('leaves its case and its clock as they were, marked, and its words nowhere', async () => {
    await house.channels.add({
      governmentId: PROVINCE,
      kind: 'webhook',
      name: 'Kait',
      enabled: true,
      agencyId: null,
      settings: { url: 'https://contoh.go.id' },
      secrets: {},
    })
    const { about, postId } = await spokenCase('hapus-1')
    await livedIn(about, postId)
    const clocks = () =>
      house.ask('select clock, leg, due_at from clocks where case_id = $1', [about.id])
    const before = [(await house.cases.view(ani, about.id))?.case, await clocks()] as const
    expect((await tablesWith(CANARY)).sort()).toEqual([
      'answer_targets',
      'case_authors',
      'case_bands',
      'case_texts',
      'cases',
      'deliveries',
      'idempotency_keys',
      'posts',
      'search_words',
    ])
    expect(await house.removals.byOfficer(chief, postId)).toEqual({ kind: 'removed' })

    expect(await tablesWith(CANARY)).toEqual([])
    expect(await bytesLeft()).toBe(0)
    const view = await house.cases.view(ani, about.id)
    expect(await clocks()).toEqual(before[1])
    expect(view?.case).toMatchObject({
      state: before[0]?.state,
      agencyId: 'pupr',
      postCount: 1,
      title: DELETED_TEXT,
    })
    expect(view?.posts).toMatchObject([{ text: DELETED_TEXT, deletedAt: expect.any(Date) }])
    expect(view?.events.at(-1)).toMatchObject({
      type: 'post-deleted',
      actor: { userId: chief.userId },
      data: { postId },
    })
    // nobody is answered under a post that is gone
    expect((await house.answers.desk(ani, about.id))?.targets).toMatchObject([
      { state: 'skipped', authorHandle: null, postUrl: null },
    ])
    // and what is digested afterwards brings nothing back
    while (await indexCases(house.searchIndex));
    expect(await tablesWith(CANARY)).toEqual([])
  })

  it('that was answered leaves the answer, and names nobody in it', async () => {
    const { about, postId } = await spokenCase('hapus-5')
    await livedIn(about, postId)
    await house.ask("update answer_targets set state = 'sent' where case_id = $1", [about.id])
    await house.removals.byOfficer(chief, postId)
    expect((await house.answers.desk(ani, about.id))?.targets).toMatchObject([
      {
        state: 'sent',
        authorHandle: null,
        text: expect.stringMatching(/^\[kiriman dihapus\] Lubang/),
      },
    ])
    expect(await tablesWith(CANARY)).toEqual([])
  })

  it('leaves words that somebody else says findable, and their author known', async () => {
    const { about, postId } = await spokenCase('hapus-6')
    const other = await caseOf(house, { post: { text: `${CANARY} di tempat lain juga rusak` } })
    while (await indexCases(house.searchIndex));
    await house.removals.byOfficer(chief, postId)
    const known = await house.ask('select 1 from search_words where word = $1', [CANARY])
    expect(known).toHaveLength(1)
    const [post] = await house.ask<{ id: string }>('select id from posts where case_id = $1', [
      other.id,
    ])
    await house.removals.byOfficer(chief, post?.id ?? '')
    expect(await tablesWith(CANARY)).toEqual([])
    expect((await house.cases.view(ani, about.id))?.case.authorCount).toBe(1)
  })

  it('is still known by its hash, and does not come back with the next poll', async () => {
    const { postId } = await spokenCase('hapus-2')
    await house.removals.byName(PROVINCE, [{ platform: 'tiktok', externalId: 'hapus-2' }])
    await house.posts.receive(
      [incoming({ platform: 'tiktok', externalId: 'hapus-2', text: TITLE })],
      {
        governmentId: PROVINCE,
        sourceId: null,
        receivedBy: null,
        sample: false,
        history: false,
        receivedAt: new Date(),
      },
    )
    const [row] = await house.ask<{ text: string; same: boolean }>(
      'select text, text_hash = sha256($1::bytea) as same from posts where id = $2',
      [Buffer.from(TITLE), postId],
    )
    expect(row).toEqual({ text: DELETED_TEXT, same: true })
    expect(
      await house.removals.byName(PROVINCE, [{ platform: 'tiktok', externalId: 'hapus-2' }]),
    ).toBe(0)
  })

  it('leaves the case the words of the next citizen', async () => {
    const { about, postId } = await spokenCase('hapus-3')
    const text = 'Benar, lubangnya besar sekali.'
    const postIds = await receive(house, [incoming({ text })])
    const { token, posts } = await house.readingWork.lease(postIds)
    await house.gathering.at(PROVINCE, { token, postIds }, async (desk) => {
      for (const post of posts) await desk.join(asRead(post), about, { because: [] }, new Date())
    })
    await house.removals.byOfficer(chief, postId)
    expect((await house.cases.view(ani, about.id))?.case.title).toBe(text)
  })

  it('that nobody has read yet is not read any more', async () => {
    const [id] = await receive(house, [incoming({ externalId: 'hapus-4', text: CANARY })])
    await house.removals.byName(PROVINCE, [{ platform: 'x', externalId: 'hapus-4' }])
    expect((await house.readingWork.lease([id ?? ''])).posts).toEqual([])
    expect(await house.posts.status(chief, id ?? '')).toMatchObject({ outcome: 'removed' })
  })

  it('of another government, or in a case that one may not see, is not there', async () => {
    const hidden = await caseOf(house, { agencyId: 'inspektorat', confidential: true })
    const [post] = await house.ask<{ id: string }>('select id from posts where case_id = $1', [
      hidden.id,
    ])
    const nowhere = await house.removals.byOfficer(chief, house.ids.next())
    expect(await house.removals.byOfficer(chief, post?.id ?? '')).toEqual(nowhere)
    expect(
      await house.removals.byName('pemkab-oki', [{ platform: 'tiktok', externalId: 'hapus-3' }]),
    ).toBe(0)
  })
})

describe('asking the platform', () => {
  const said: string[][] = []
  const connectorThat = (answer: (ids: string[]) => Missing): Connector => ({
    id: 'rss',
    label: 'uji',
    fields: [],
    gateKey: () => 'uji',
    poll: async () => ({ kind: 'idle', missing: [] }),
    missing: async (_input, ids) => {
      said.push(ids)
      return answer(ids)
    },
  })
  const look = (connector: Connector) =>
    lookForDeleted({
      ...house,
      connectors: [connector],
      fetch: async () => {
        throw new Error('no network')
      },
    })
  const textOf = async (id: string) =>
    (await house.ask<{ text: string }>('select text from posts where id = $1', [id]))[0]?.text

  const polled = async () => {
    const source = await house.sources.add({
      governmentId: PROVINCE,
      connector: 'rss',
      name: 'uji',
      enabled: true,
      intervalSeconds: 60,
      settings: {},
      secrets: {},
    })
    const { id } = await caseOf(house)
    const [post] = await house.ask<{ id: string; external_id: string }>(
      `update posts set source_id = $1, received_at = now() - interval '1 day' where case_id = $2
       returning id, external_id`,
      [source.id, id],
    )
    return post as { id: string; external_id: string }
  }

  it('believes the second "not there" only, an hour later at the least', async () => {
    const post = await polled()
    const gone = connectorThat((ids) => ({ kind: 'missing', externalIds: ids }))
    await look(gone)
    expect(said.at(-1)).toEqual([post.external_id])
    expect(await textOf(post.id)).not.toBe(DELETED_TEXT)
    await look(gone)
    expect(said).toHaveLength(1)
    house.clock.pass(7 * HOUR)
    await look(gone)
    expect(await textOf(post.id)).toBe(DELETED_TEXT)
  })

  it('a platform that asks to wait closes the gate for everybody, and nothing is removed', async () => {
    const post = await polled()
    const until = new Date(Date.now() + HOUR)
    await look(connectorThat(() => ({ kind: 'wait', until, because: 'penuh' })))
    expect(await house.pollWork.gate('uji')).toEqual(until)
    expect(await textOf(post.id)).not.toBe(DELETED_TEXT)
  })
})
