import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerCase } from '../../src/actions/answer-case.ts'
import { recordReply, retryReply, skipReply } from '../../src/actions/change-reply.ts'
import { changeCaseUrgency } from '../../src/actions/change-urgency.ts'
import { dismissCase } from '../../src/actions/dismiss-case.ts'
import { mergeCases } from '../../src/actions/merge-cases.ts'
import {
  approve,
  confirmLateComers,
  draftAnswer,
  previewAnswer,
  recall,
  reject,
  releaseAnswer,
  viewAnswers,
} from '../../src/actions/publish-answers.ts'
import { reopenCase } from '../../src/actions/reopen-case.ts'
import { sendReply } from '../../src/actions/send-reply.ts'
import { undoCase } from '../../src/actions/undo-case.ts'
import type { Case } from '../../src/core/case.ts'
import type { IncomingPost } from '../../src/core/post.ts'
import type { Viewer } from '../../src/core/roles.ts'
import type { Connector, PublishInput, PublishResult } from '../../src/ports/connector.ts'
import {
  asRead,
  type CaseWish,
  caseOf,
  coordinator,
  type House,
  incoming,
  officer,
  openHouse,
  PROVINCE,
  person,
  receive,
} from '../support/seed.ts'

let house: House
let ani: Viewer
let budi: Viewer
let head: Viewer
let chief: Viewer
let health: Viewer

const TEXT =
  'Selamat pagi. Lubang di depan pasar ditambal regu DPUPR Jumat, 27 November 2026 pukul 09.00. Terima kasih.'
const HOLLOW = 'Terima kasih infonya kak, akan segera kami tindak lanjuti.'

/** A network that hears what is said on it. */
const said: PublishInput['reply'][] = []
let next: PublishResult | null = null
const network = (id: string): Connector => ({
  id,
  label: id,
  fields: [],
  gateKey: () => null,
  poll: async () => ({ kind: 'idle', missing: [] }),
  publish: async ({ reply }) => {
    const result = next ?? {
      kind: 'sent',
      externalId: `re-${reply.id}`,
      url: `https://contoh/${reply.id}`,
    }
    next = null
    if (result.kind === 'sent') said.push(reply)
    return result
  },
})

beforeAll(async () => {
  house = await openHouse()
  ani = await officer(house)
  budi = await officer(house)
  head = await person(house, { roles: ['supervisor'], agencyId: 'pupr' })
  chief = await coordinator(house)
  health = await officer(house, 'dinkes')
  await house.sources.add({
    governmentId: PROVINCE,
    connector: 'bluesky',
    name: 'Bluesky dinas',
    enabled: true,
    intervalSeconds: 60,
    settings: { publish: 'ya', identifier: 'dinas.test' },
    secrets: { appPassword: 'rahasia-aplikasi' },
  })
})
afterAll(() => house.close())

const grow = async (about: Case, posts: Partial<IncomingPost>[]): Promise<string[]> => {
  const postIds = await receive(
    house,
    posts.map((post) => incoming(post)),
  )
  const lease = await house.readingWork.lease(postIds)
  await house.gathering.at(PROVINCE, { token: lease.token, postIds }, async (desk) => {
    for (const post of lease.posts) {
      const read = asRead(post)
      const thread = post.context?.parentText ?? null
      const as = { because: ['uji'], dueAt: new Date() }
      await desk.join(
        { ...read, gatherable: { ...read.gatherable, thread } },
        about,
        as,
        house.clock.now(),
      )
    }
  })
  return postIds
}

const onBluesky = (name: string, more: Partial<IncomingPost> = {}): Partial<IncomingPost> => ({
  platform: 'bluesky',
  externalId: `at://did:plc:${name}/app.bsky.feed.post/${randomUUID()}`,
  author: { id: `did:plc:${name}`, handle: `${name}.test` },
  ...more,
})

const blueskyCase = (wish: CaseWish = {}) => caseOf(house, { post: onBluesky('sari'), ...wish })

const drafted = async (
  who: Viewer,
  about: Case,
  text = TEXT,
  kind: 'interim' | 'final' = 'interim',
) => {
  const result = await draftAnswer(house, who, about.id, { id: null, kind, text })
  if (result.kind === 'refused') throw new Error(result.code)
  return result.answer
}
const sent = async (
  who: Viewer,
  about: Case,
  text = TEXT,
  kind: 'interim' | 'final' = 'interim',
) => {
  const { id } = await drafted(who, about, text, kind)
  const result = await releaseAnswer(house, who, id, null)
  if (result.kind === 'refused') throw new Error(`${result.code} ${result.detail}`)
  return result.answer
}
const outbox = () => ({
  clock: house.clock,
  connectors: [network('bluesky')],
  fetch: async () => {
    throw new Error('no network')
  },
  pollWork: house.pollWork,
  publishWork: house.publishWork,
})
/** One look of the dispatcher, and the jobs that it tells of. */
const sendDue = async () => {
  const due = await house.publishWork.takeDue(100)
  for (const targetId of due) await sendReply(outbox(), targetId)
  return due.length
}
const seen = async (who: Viewer, { id }: Case) => {
  const view = await viewAnswers(house, who, id)
  if (!view) throw new Error('not seen')
  return view
}
const caseNow = async (who: Viewer, { id }: Case) => {
  const view = await house.cases.view(who, id)
  if (!view) throw new Error('not seen')
  return view
}

describe('one answer for everybody', () => {
  it('counts reporters, threads and channels before anything is said', async () => {
    const about = await blueskyCase()
    const under = { context: { parentText: 'Kiriman dinas' } }
    await grow(about, [
      onBluesky('sari'),
      onBluesky('tono', under),
      onBluesky('tono', under),
      {
        platform: 'tiktok',
        author: { id: null, handle: 'udin' },
        url: 'https://www.tiktok.com/@udin/video/1',
      },
    ])
    const preview = await previewAnswer(
      house,
      ani,
      about.id,
      `${TEXT} Lihat https://contoh.go.id/peta`,
    )
    expect(preview).toMatchObject({ reporters: 3, threads: 4, channels: 2, needsApproval: false })
    if (!('variants' in preview)) throw new Error('refused')
    expect(preview.variants).toHaveLength(4)
    const tiktok = preview.variants.find(({ platform }) => platform === 'tiktok')
    expect(tiktok?.byApi).toBe(false)
    expect(tiktok?.text).toMatch(/^@udin /)
    expect(tiktok?.text).not.toContain('https://')
    expect(tiktok?.text.length).toBeLessThanOrEqual(150)
  })

  it('is held for fifteen seconds, then sent once to each author in each thread', async () => {
    const about = await blueskyCase()
    await grow(about, [onBluesky('tono'), { platform: 'x', author: { id: '7', handle: 'udin' } }])
    const { id } = await sent(ani, about)
    expect(await sendDue()).toBe(0)
    house.clock.pass(14_000)
    expect(await sendDue()).toBe(0)
    expect((await caseNow(ani, about)).case.answeredAt).toBeNull()
    house.clock.pass(1_500)
    const before = said.length
    expect(await sendDue()).toBe(2)
    expect(said.length - before).toBe(2)
    house.clock.pass(60_000)
    expect(await sendDue()).toBe(0)
    const { answers, targets } = await seen(ani, about)
    expect(answers).toMatchObject([{ id, state: 'published', qualified: true }])
    expect(targets.map(({ platform, state }) => `${platform} ${state}`).sort()).toEqual([
      'bluesky sent',
      'bluesky sent',
      'x manual',
    ])
    const now = await caseNow(ani, about)
    expect(now.case).toMatchObject({ state: 'in-progress', dueAt: null })
    expect(now.case.answeredAt).toBeInstanceOf(Date)
    expect(now.unanswered).toBe(1)
    expect(now.events.map(({ type }) => type)).toEqual([
      'opened',
      'post-joined',
      'post-joined',
      'answered',
      'answer-delivered',
    ])
  })

  it('by hand is recorded with the address of the reply, and is the answer of the case', async () => {
    const about = await caseOf(house, { post: { platform: 'tiktok' } })
    await sent(ani, about)
    house.clock.pass(16_000)
    await sendDue()
    const [target] = (await seen(ani, about)).targets
    const url = 'https://www.tiktok.com/@dinas/video/7412345678901234567'
    expect(await recordReply(house, ani, target?.id ?? '', url)).toMatchObject({
      kind: 'changed',
      target: { state: 'sent', via: 'manual', externalUrl: url },
    })
    expect(await recordReply(house, ani, target?.id ?? '', url)).toMatchObject({
      code: 'target-state',
    })
    expect((await caseNow(ani, about)).case.answeredAt).toBeInstanceOf(Date)
  })

  it('that does not count is sent as an interim one, and the clock runs on', async () => {
    const about = await blueskyCase()
    const { qualified } = await sent(ani, about, HOLLOW)
    expect(qualified).toBe(false)
    house.clock.pass(16_000)
    await sendDue()
    const now = await caseNow(ani, about)
    expect(now.case.answeredAt).toBeNull()
    expect(now.case.dueAt).toBeInstanceOf(Date)
    expect(now.events.at(-1)).toMatchObject({ type: 'answered', data: { qualified: false } })
  })

  it('AC-001-4: one that asks for NIK or a telephone is never sent', async () => {
    const about = await blueskyCase()
    const { id } = await drafted(
      ani,
      about,
      'Mohon tuliskan NIK dan nomor HP Anda di kolom ini ya kak.',
    )
    expect(await releaseAnswer(house, ani, id, null)).toMatchObject({ code: 'tone-refused' })
    expect((await seen(ani, about)).targets).toEqual([])
  })

  it('that still holds a gap of its template stays a draft, and never passes an approval', async () => {
    const gap = `${TEXT} [[siapa yang meninjau]]`
    for (const urgency of ['P3', 'P1'] as const) {
      const about = await blueskyCase({ urgency })
      const draft = await drafted(ani, about, gap)
      expect(await releaseAnswer(house, ani, draft.id, null)).toMatchObject({
        code: 'template-unfinished',
        detail: 'Belum ditulis: siapa yang meninjau.',
      })
      expect((await seen(ani, about)).answers).toMatchObject([{ state: 'draft' }])
      await house.ask("update answers set state = 'submitted' where id = $1", [draft.id])
      expect(await approve(house, head, draft.id, null)).toMatchObject({
        code: 'template-unfinished',
      })
      expect((await seen(ani, about)).targets).toEqual([])
    }
  })

  it('of a confidential case goes out by no interface', async () => {
    const about = await blueskyCase({ confidential: true })
    await sent(ani, about)
    house.clock.pass(16_000)
    expect(await sendDue()).toBe(0)
    expect((await seen(ani, about)).targets).toMatchObject([{ state: 'manual' }])
    expect(await viewAnswers(house, chief, about.id)).toBeNull()
  })

  it('is nothing that another agency can see or touch', async () => {
    const about = await blueskyCase()
    const { id } = await drafted(ani, about)
    expect(await viewAnswers(house, health, about.id)).toBeNull()
    expect(await releaseAnswer(house, health, id, null)).toMatchObject({ code: 'not-found' })
    expect(await releaseAnswer(house, budi, id, null)).toMatchObject({ code: 'answer-not-yours' })
  })
})

describe('the hold', () => {
  it('lets the author take it back, and nobody outside has seen it', async () => {
    const about = await blueskyCase()
    const { id } = await sent(ani, about)
    house.clock.pass(14_000)
    expect(await recall(house, budi, id)).toMatchObject({ code: 'answer-not-yours' })
    expect(await recall(house, ani, id)).toMatchObject({ answer: { state: 'recalled' } })
    house.clock.pass(60_000)
    expect(await sendDue()).toBe(0)
    expect((await seen(ani, about)).targets).toMatchObject([{ state: 'skipped' }])
  })

  it('is over after fifteen seconds: then only a correction helps', async () => {
    const about = await blueskyCase()
    const { id } = await sent(ani, about)
    house.clock.pass(15_000)
    expect(await recall(house, ani, id)).toMatchObject({ code: 'recall-too-late' })
    expect(await sendDue()).toBe(1)
  })

  it('ends either sent or recalled, never both, however close they come', async () => {
    for (let round = 0; round < 10; round++) {
      const about = await blueskyCase()
      const { id } = await sent(ani, about)
      const { publishWork, clock } = house
      const early = { ...house, clock: { now: () => new Date(clock.now().getTime() + 14_999) } }
      house.clock.pass(15_001)
      const late = { now: () => new Date(clock.now().getTime() - 3) }
      const [taken, back] = await Promise.all([
        publishWork.takeDue(100),
        recall({ ...early, clock: late }, ani, id),
      ])
      for (const targetId of taken) await sendReply(outbox(), targetId)
      const [target] = (await seen(ani, about)).targets
      expect(target?.state).toBe(back.kind === 'changed' ? 'skipped' : 'sent')
    }
  })
})

describe('a P1 or P2 answer', () => {
  it('waits for somebody else than its author, and the case does not', async () => {
    const about = await blueskyCase({ urgency: 'P1' })
    const { id, state } = await sent(head, about)
    expect(state).toBe('submitted')
    house.clock.pass(60_000)
    expect(await sendDue()).toBe(0)
    expect(await approve(house, head, id, null)).toMatchObject({ code: 'own-answer' })
    // neither the hand-over nor the call-out waits
    const moved = await house.cases.change(chief, about.id, null, (current) => ({
      kind: 'changed',
      patch: { state: 'accepted' },
      event: { type: 'noted', data: { text: `regu berangkat untuk ${current.code}` } },
    }))
    expect(moved.kind).toBe('changed')
    expect(await approve(house, chief, id, null)).toMatchObject({
      answer: { state: 'held', decidedBy: { userId: chief.userId } },
    })
    house.clock.pass(15_000)
    expect(await sendDue()).toBe(1)
    const types = (await caseNow(ani, about)).events.map(({ type }) => type)
    expect(types).toEqual(['opened', 'answer-submitted', 'noted', 'answer-approved', 'answered'])
  })

  it('that is rejected says why, and can be written anew', async () => {
    const about = await blueskyCase({ urgency: 'P2' })
    const { id } = await sent(ani, about)
    expect(await reject(house, head, id, 'Sebutkan jamnya.')).toMatchObject({
      answer: { state: 'rejected', decisionNote: 'Sebutkan jamnya.' },
    })
    const again = { id, kind: 'final' as const, text: `${TEXT} Ditambah rambu.` }
    expect(await draftAnswer(house, ani, about.id, again)).toMatchObject({
      answer: { state: 'draft' },
    })
    expect(await releaseAnswer(house, ani, id, null)).toMatchObject({
      answer: { state: 'submitted' },
    })
  })

  it('asks what becomes of the others that wait', async () => {
    const about = await blueskyCase({ urgency: 'P2' })
    const first = await sent(ani, about)
    await house.ask('update cases set claimed_by = null, claimed_until = null')
    const second = await drafted(budi, about, `${TEXT} Kami juga memasang rambu.`)
    expect(await releaseAnswer(house, budi, second.id, null)).toMatchObject({
      code: 'answer-pending',
    })
    await releaseAnswer(house, budi, second.id, false)
    expect(await approve(house, head, first.id, null)).toMatchObject({ code: 'answer-pending' })
    expect(await approve(house, head, first.id, 'reject')).toMatchObject({
      answer: { state: 'held' },
    })
    expect((await seen(ani, about)).answers.map(({ state }) => state)).toEqual(['held', 'rejected'])
  })

  it('may take the place of one that waits', async () => {
    const about = await blueskyCase({ urgency: 'P2' })
    await sent(ani, about)
    const second = await drafted(budi, about, `${TEXT} Kami juga memasang rambu.`)
    await releaseAnswer(house, budi, second.id, true)
    expect((await seen(ani, about)).answers.map(({ state }) => state)).toEqual([
      'superseded',
      'submitted',
    ])
  })

  it('is approved once, however many approve it at once', async () => {
    for (let round = 0; round < 10; round++) {
      const about = await blueskyCase({ urgency: 'P1' })
      const { id } = await sent(ani, about)
      const both = await Promise.all([
        approve(house, head, id, null),
        approve(house, chief, id, null),
      ])
      expect(both.map(({ kind }) => kind).sort()).toEqual(['changed', 'refused'])
      expect((await seen(ani, about)).targets).toHaveLength(1)
    }
  })
})

describe('an answer of a case that was P1 or P2 and is said to be less', () => {
  const at = ({ id }: Case) => ({ caseId: id, version: null })
  const weigh = (who: Viewer, about: Case, urgency: 'P1' | 'P2' | 'P3') =>
    changeCaseUrgency(house, who, at(about), { urgency, reason: 'menurut petugas' })
  const free = () => house.ask('update cases set claimed_by = null, claimed_until = null')

  it('waits for the second person all the same', async () => {
    const about = await blueskyCase({ urgency: 'P1' })
    await weigh(ani, about, 'P3')
    expect((await seen(ani, about)).needsApproval).toBe(true)
    expect(await sent(ani, about)).toMatchObject({ state: 'submitted' })
    await weigh(ani, about, 'P1')
    expect(await sendDue()).toBe(0)
  })

  it('waits also in the case that its posts were put into', async () => {
    const [about, into] = [await blueskyCase({ urgency: 'P2' }), await blueskyCase()]
    await weigh(ani, about, 'P3')
    await free()
    await mergeCases(house, ani, { into: at(into), from: at(about) })
    expect(await sent(ani, into)).toMatchObject({ state: 'submitted' })
  })

  it('waits for nobody where it was only a slip that was taken back', async () => {
    const about = await blueskyCase()
    await weigh(ani, about, 'P1')
    const slip = (await caseNow(ani, about)).events.at(-1)
    expect(await undoCase(house, ani, at(about), slip?.id ?? '')).toMatchObject({ kind: 'changed' })
    expect(await sent(ani, about)).toMatchObject({ state: 'held' })
  })

  it('waits for nobody once the case came back for another reason', async () => {
    const about = await blueskyCase({ urgency: 'P2' })
    await weigh(ani, about, 'P3')
    await dismissCase(house, ani, at(about), 'iklan')
    await reopenCase(house, head, at(about), 'bukan iklan')
    await free()
    expect((await seen(ani, about)).needsApproval).toBe(false)
  })
})

describe('an answer of a P1 or P2 case that was given elsewhere', () => {
  const record = (who: Viewer, about: Case, text = TEXT) =>
    answerCase(
      house,
      who,
      { caseId: about.id, version: null },
      { text, url: 'https://x.com/dinaspu/status/1', final: false, answeredAt: null },
    )
  const lastOf = async (about: Case) => (await caseNow(ani, about)).events.at(-1)
  const toldOf = async (who: Viewer, { id }: Case) => {
    const told = await house.notifications.list(who, { unread: true, limit: 100 })
    return 'items' in told ? told.items.filter(({ caseId }) => caseId === id) : []
  }

  it('is a fact: it is recorded, marked, and told to whoever should have seen it first', async () => {
    const about = await blueskyCase({ urgency: 'P2' })
    expect(await record(ani, about)).toMatchObject({ kind: 'changed' })
    expect(await lastOf(about)).toMatchObject({ type: 'answered', data: { unapproved: true } })
    expect(await toldOf(head, about)).toMatchObject([{ kind: 'unapproved-answer', text: TEXT }])
    for (const who of [ani, budi, chief]) expect(await toldOf(who, about)).toEqual([])
  })

  it('goes to the coordinator where the agency has nobody else to see it', async () => {
    const about = await blueskyCase({ urgency: 'P1' })
    expect(await record(head, about)).toMatchObject({ kind: 'changed' })
    expect(await toldOf(head, about)).toEqual([])
    expect(await toldOf(chief, about)).toMatchObject([{ kind: 'unapproved-answer' }])
  })

  it('in words that somebody approved is no more than recorded, as is one of a P3 case', async () => {
    const about = await blueskyCase({ urgency: 'P1' })
    const { id } = await sent(ani, about)
    await approve(house, head, id, null)
    await record(ani, about)
    expect((await lastOf(about))?.data.unapproved).toBeUndefined()
    const small = await blueskyCase()
    await record(ani, small)
    expect((await lastOf(small))?.data.unapproved).toBeUndefined()
    expect(await toldOf(head, small)).toEqual([])
  })
})

describe('whoever comes late', () => {
  it('is proposed the current answer, once, and gets it when a person confirms', async () => {
    const about = await blueskyCase()
    await sent(ani, about)
    house.clock.pass(16_000)
    await sendDue()
    const [postId = ''] = await grow(about, [onBluesky('wati')])
    await grow(about, [onBluesky('sari', { text: 'RT @warga rusak', externalId: 'lain' })])
    const before = await seen(ani, about)
    expect(before.late.map((late) => late.authorHandle)).toEqual(['wati.test', 'sari.test'])
    house.clock.pass(60_000)
    expect(await sendDue()).toBe(0)
    await confirmLateComers(house, ani, about.id, [postId])
    await confirmLateComers(house, ani, about.id, [postId])
    house.clock.pass(15_000)
    expect(await sendDue()).toBe(1)
    expect((await seen(ani, about)).late).toHaveLength(1)
  })
})

describe('an answer from before gaps were refused', () => {
  it('is given to nobody who comes late, by hand or by itself', async () => {
    const about = await blueskyCase()
    await sent(ani, about)
    house.clock.pass(15_000)
    await sendDue()
    await house.ask("update answers set text = text || ' [[kapan]]' where case_id = $1", [about.id])
    await grow(about, [onBluesky('telat-sekali')])
    expect(await confirmLateComers(house, ani, about.id, null)).toMatchObject({
      code: 'template-unfinished',
    })
    await house.publishWork.greetLateComers([PROVINCE])
    expect((await seen(ani, about)).targets).toMatchObject([{ state: 'sent' }])
  })
})

describe('whoever comes late, where the government says that they get it by themselves', () => {
  it('is answered without anybody, once, and not with words from before the case came back', async () => {
    // of the tests before this one nobody waits any more
    await house.ask('update posts set answered_at = now()')
    const about = await blueskyCase()
    await sent(ani, about)
    house.clock.pass(16_000)
    await sendDue()
    await grow(about, [onBluesky('yanti')])
    expect(await house.publishWork.greetLateComers(['pemkab-oki'])).toBe(0)
    expect(await house.publishWork.greetLateComers([PROVINCE])).toBe(1)
    expect(await house.publishWork.greetLateComers([PROVINCE])).toBe(0)
    expect(await sendDue()).toBe(0)
    house.clock.pass(15_000)
    expect(await sendDue()).toBe(1)
    await grow(about, [onBluesky('rini')])
    await house.ask(`update cases set state = 'reopened' where id = $1`, [about.id])
    expect(await house.publishWork.greetLateComers([PROVINCE])).toBe(0)
    expect((await seen(ani, about)).late).toEqual([])
  })
})

describe('the outbox', () => {
  const oneDue = async () => {
    const about = await blueskyCase()
    await sent(ani, about)
    house.clock.pass(15_000)
    const [targetId = ''] = await house.publishWork.takeDue(10)
    return { about, targetId }
  }

  it('tries again later, waits as long as the platform asks, and gives up in the end', async () => {
    const { about, targetId } = await oneDue()
    const until = new Date(house.clock.now().getTime() + 120_000)
    next = { kind: 'wait', until, because: 'batas laju' }
    await sendReply(outbox(), targetId)
    expect((await seen(ani, about)).targets).toMatchObject([
      { state: 'queued', attempts: 0, nextAt: until },
    ])
    for (let attempt = 1; attempt <= 8; attempt++) {
      house.clock.pass(7_300_000)
      next = { kind: 'failed', because: 'terganggu', credential: false, retry: true }
      expect(await sendDue()).toBe(1)
    }
    expect((await seen(ani, about)).targets).toMatchObject([
      { state: 'failed', because: ['terganggu'] },
    ])
    expect((await caseNow(ani, about)).events.at(-1)).toMatchObject({ type: 'answer-failed' })
    expect(await skipReply(house, ani, targetId, 'Sudah dijawab lewat telepon.')).toMatchObject({
      target: { state: 'skipped' },
    })
  })

  const failedFor = async (because = 'Ditolak platform.') => {
    const { about, targetId } = await oneDue()
    next = { kind: 'failed', because, credential: false, retry: false }
    await sendReply(outbox(), targetId)
    return { about, targetId }
  }

  it('that failed for good is tried again when an officer says so, once, and finds its own reply', async () => {
    const { about, targetId } = await failedFor()
    const again = await Promise.all(
      [ani, budi, head].map((who) => retryReply(house, who, targetId)),
    )
    for (const one of again)
      expect(one).toMatchObject({ kind: 'changed', target: { state: 'queued' } })
    const lines = await house.ask("select 1 from audit_entries where act = 'answer.retried'")
    expect(lines).toHaveLength(1)
    const before = said.length
    expect(await sendDue()).toBe(1)
    // above the first attempt a connector looks for the reply that may be there already
    expect(said.slice(before)).toMatchObject([{ id: targetId, attempt: 2 }])
    expect((await seen(ani, about)).targets).toMatchObject([{ state: 'sent', via: 'api' }])
    expect(await retryReply(house, ani, targetId)).toMatchObject({ code: 'target-state' })
    expect(await sendDue()).toBe(0)
  })

  it('that fails again is failed again, and says why', async () => {
    const { about, targetId } = await failedFor()
    await retryReply(house, ani, targetId)
    next = { kind: 'failed', because: 'Akun ditutup.', credential: false, retry: false }
    await sendDue()
    expect((await seen(ani, about)).targets).toMatchObject([
      { state: 'failed', because: ['Akun ditutup.'], nextAt: null },
    ])
  })

  it('that failed for good is posted by hand and recorded with its address', async () => {
    const { about, targetId } = await failedFor()
    const url = 'https://bsky.app/profile/dinas.test/post/3kabc'
    expect(await recordReply(house, ani, targetId, url)).toMatchObject({
      target: { state: 'sent', via: 'manual', externalUrl: url },
    })
    expect((await caseNow(ani, about)).case.answeredAt).not.toBeNull()
    expect(await retryReply(house, ani, targetId)).toMatchObject({ code: 'target-state' })
  })

  it('tries nothing again for who may not, nor what is no longer the answer', async () => {
    const { about, targetId } = await failedFor()
    expect(await retryReply(house, health, targetId)).toMatchObject({ code: 'not-found' })
    await sent(budi, about, `${TEXT} Regu dua yang mengerjakan.`)
    expect(await retryReply(house, ani, targetId)).toMatchObject({ code: 'target-state' })
    house.clock.pass(15_000)
    await sendDue()
  })

  it('says nothing in public of a case that became confidential meanwhile', async () => {
    const { about, targetId } = await oneDue()
    await house.ask('update cases set confidential = true where id = $1', [about.id])
    const before = said.length
    await sendReply(outbox(), targetId)
    expect(said).toHaveLength(before)
    expect((await seen(ani, about)).targets).toMatchObject([{ state: 'manual' }])
    await house.ask("update answer_targets set state = 'failed' where id = $1", [targetId])
    expect(await retryReply(house, ani, targetId)).toMatchObject({ code: 'target-state' })
  })

  it('says nothing in public of a case that became confidential while its answer waited', async () => {
    const before = said.length
    const hide = (of: Case) =>
      house.ask(`update cases set confidential = true where id = $1`, [of.id])
    const told = await oneDue()
    await hide(told.about)
    await sendReply(outbox(), told.targetId)
    const held = await blueskyCase()
    await sent(ani, held)
    await hide(held)
    house.clock.pass(20_000)
    await sendDue()
    expect(said.length).toBe(before)
    for (const about of [told.about, held])
      expect((await seen(ani, about)).targets).toMatchObject([{ state: 'manual' }])
  })

  it('says nothing in public of a case whose posts lie in one that became confidential', async () => {
    const before = said.length
    const told = await oneDue()
    const held = await blueskyCase()
    await sent(ani, held)
    for (const { id } of [told.about, held]) {
      const into = await blueskyCase()
      await house.ask('update cases set claimed_by = null, claimed_until = null')
      const pair = { into: { caseId: into.id, version: null }, from: { caseId: id, version: null } }
      expect(await mergeCases(house, ani, pair)).toMatchObject({ kind: 'changed' })
      await house.ask('update cases set confidential = true where id = $1', [into.id])
    }
    await sendReply(outbox(), told.targetId)
    house.clock.pass(20_000)
    await sendDue()
    expect(said.length).toBe(before)
  })

  it('skips who is gone, and says so', async () => {
    const { about, targetId } = await oneDue()
    next = { kind: 'skipped', because: 'Kiriman atau akun warga sudah tidak ada.' }
    await sendReply(outbox(), targetId)
    expect((await seen(ani, about)).targets).toMatchObject([
      { state: 'skipped', because: ['Kiriman atau akun warga sudah tidak ada.'] },
    ])
    expect((await caseNow(ani, about)).case.answeredAt).toBeNull()
  })

  it('is sent by one of many workers, and a late one changes nothing', async () => {
    const { about, targetId } = await oneDue()
    const before = said.length
    await Promise.all(Array.from({ length: 5 }, () => sendReply(outbox(), targetId)))
    expect(said.length - before).toBe(1)
    const due = { targetId, token: randomUUID() }
    await house.publishWork.finish(due, {
      kind: 'failed',
      because: 'x',
      credential: false,
      retry: false,
    })
    expect((await seen(ani, about)).targets).toMatchObject([{ state: 'sent' }])
  })

  it('does not say an older answer after a newer one', async () => {
    const about = await blueskyCase()
    await sent(ani, about)
    house.clock.pass(15_000)
    next = { kind: 'failed', because: 'terganggu', credential: false, retry: true }
    await sendDue()
    await sent(ani, about, `${TEXT} Sudah selesai ditambal.`, 'final')
    house.clock.pass(3_600_000)
    const before = said.length
    await sendDue()
    expect(said.slice(before).map(({ text }) => text)).toEqual([`${TEXT} Sudah selesai ditambal.`])
  })
})
