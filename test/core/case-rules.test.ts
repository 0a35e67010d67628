import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Case, CLAIM_SECONDS } from '../../src/core/case.ts'
import type { CaseDecision } from '../../src/core/case-change.ts'
import * as rules from '../../src/core/case-rules.ts'
import { CASE_STATES, type CaseState, isOpen } from '../../src/core/case-state.ts'
import { unsatisfied } from '../../src/core/confirmation-rules.ts'
import { askReporter } from '../../src/core/reporter-rules.ts'
import type { Viewer } from '../../src/core/roles.ts'

const NOW = new Date('2026-04-13T03:00:00Z')
const before = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

const viewer = (userId: string): Viewer => ({
  userId,
  name: `Ibu ${userId}`,
  governmentId: 'pemprov-bengkulu',
  agencyId: 'pupr',
  roles: ['desk-officer'],
})
const [ani, budi] = [viewer('ani'), viewer('budi')]

const caseIn = (state: CaseState, patch: Partial<Case> = {}): Case => ({
  id: 'c1',
  governmentId: 'pemprov-bengkulu',
  code: 'BKL-7F3K2QA',
  state,
  kind: 'complaint',
  category: 'jalan.rusak',
  urgency: 'P3',
  confidential: false,
  agencyId: 'pupr',
  proposedOwner: null,
  place: null,
  title: 'Jalan rusak',
  because: [],
  openedAt: before(3600),
  firstPostAt: before(3600),
  lastPostAt: before(3600),
  dueProvisional: false,
  dueAt: after(3600),
  answeredAt: null,
  owesAnswer: true,
  followedUpAt: null,
  escalatedAt: null,
  endedAt: isOpen(state) ? null : before(60),
  claim: null,
  snooze: null,
  woken: null,
  postCount: 1,
  authorCount: 1,
  mergedInto: null,
  recurrences: 0,
  sample: false,
  history: false,
  version: 1,
  ...patch,
})

const heldBy = (who: Viewer, until: Date): Partial<Case> => ({
  claim: { userId: who.userId, name: who.name, until },
})
const said = {
  text: 'Terima kasih.',
  url: null,
  final: false,
  answeredAt: before(600),
  qualified: true,
  because: ['uji'],
}
const to = { agencyId: 'dinkes', reason: 'bukan kami', mayTriage: false, accused: false }
const done = { type: 'field', text: 'ditambal' } as const
const other = {
  category: 'jalan.lampu',
  kind: 'complaint',
  reason: null,
  confidential: false,
  ownerMayKeep: true,
  mayDeclassify: false,
} as const
const closing = { text: 'selesai', privateReason: null, evidence: 1, evidenceReason: null }

/** Every verb of an officer, as a function of the case. */
const VERBS: Record<string, (current: Case, who: Viewer) => CaseDecision> = {
  claim: (current, who) => rules.claim(current, who, NOW),
  renew: (current, who) => rules.renewClaim(current, who, NOW),
  release: (current, who) => rules.release(current, who, NOW),
  transfer: (current, who) => rules.transfer(current, who, NOW, to),
  refer: (current, who) => rules.transfer(current, who, NOW, { ...to, mayTriage: true }),
  recategorise: (current, who) => rules.recategorise(current, who, NOW, other),
  answer: (current, who) => rules.answer(current, who, NOW, said),
  'follow up': (current, who) => rules.followUp(current, who, NOW, done),
  resolve: (current, who) => rules.resolve(current, who, NOW, closing),
  dismiss: (current, who) => rules.dismiss(current, who, NOW, 'spam'),
}
const patchOf = (decision: CaseDecision) => {
  if (decision.kind === 'refused') throw new Error(decision.code)
  return decision.patch
}
const answered = { answeredAt: before(60), owesAnswer: false }
const ready = { ...answered, followedUpAt: before(60) }

describe('a case that somebody else works on', () => {
  it.each(Object.keys(VERBS))('cannot be changed by %s', (verb) => {
    const current = caseIn('accepted', { ...ready, ...heldBy(ani, after(1)) })
    const decision = VERBS[verb]?.(current, budi)
    expect(decision).toMatchObject({
      kind: 'refused',
      code: 'claimed-by-other',
      detail: 'Sedang dikerjakan Ibu ani.',
    })
  })

  it.each(Object.keys(VERBS).filter((verb) => verb !== 'renew'))(
    'is free for %s again the moment the claim has run out',
    (verb) => {
      const current = caseIn('accepted', { ...ready, ...heldBy(ani, NOW) })
      expect(VERBS[verb]?.(current, budi).kind).toBe('changed')
    },
  )

  it('can always be given a note', () => {
    const current = caseIn('accepted', heldBy(ani, after(60)))
    expect(rules.note(current, 'ditelepon')).toEqual({
      kind: 'changed',
      patch: {},
      event: { type: 'noted', data: { text: 'ditelepon' } },
    })
  })
})

describe('working on a case', () => {
  it.each(['claim', 'answer', 'follow up'])('by %s takes it for 90 seconds', (verb) => {
    const decision = VERBS[verb]?.(caseIn('referred'), ani)
    expect(decision && patchOf(decision).claim).toEqual({
      userId: 'ani',
      name: 'Ibu ani',
      until: after(CLAIM_SECONDS),
    })
    expect(CLAIM_SECONDS).toBe(90)
  })

  it('remembers the first follow-up, not the last', () => {
    const current = caseIn('in-progress', { followedUpAt: before(600) })
    const again = VERBS['follow up']?.(current, ani)
    expect(again && patchOf(again).followedUpAt).toEqual(before(600))
  })

  it('is renewed without an event, and only by the one who holds it', () => {
    const mine = rules.renewClaim(caseIn('accepted', heldBy(ani, after(5))), ani, NOW)
    expect(mine).toMatchObject({ kind: 'changed', event: null })
    expect(rules.renewClaim(caseIn('accepted'), ani, NOW)).toMatchObject({ code: 'not-claimed' })
    const lost = rules.renewClaim(caseIn('accepted', heldBy(budi, before(1))), ani, NOW)
    expect(lost).toMatchObject({ code: 'not-claimed' })
  })
})

describe('an answer', () => {
  it('stops the deadline and is the first answer for good', () => {
    expect(patchOf(rules.answer(caseIn('accepted'), ani, NOW, said))).toMatchObject({
      state: 'in-progress',
      answeredAt: said.answeredAt,
    })
    const first = before(7200)
    const again = rules.answer(caseIn('in-progress', { answeredAt: first }), ani, NOW, said)
    expect(patchOf(again).answeredAt).toEqual(first)
  })

  it('that is final counts as the follow-up as well', () => {
    const patch = patchOf(rules.answer(caseIn('accepted'), ani, NOW, { ...said, final: true }))
    expect(patch.followedUpAt).toEqual(NOW)
    expect(patchOf(rules.answer(caseIn('accepted'), ani, NOW, said)).followedUpAt).toBeUndefined()
  })

  it('that does not count is told, and the citizen goes on waiting', () => {
    const hollow = { ...said, final: true, qualified: false, because: ['hanya salam'] }
    const told = rules.answer(caseIn('accepted', { dueAt: NOW }), ani, NOW, hollow)
    expect(told).toMatchObject({ event: { data: { qualified: false, because: ['hanya salam'] } } })
    for (const untouched of ['answeredAt', 'dueAt', 'followedUpAt'])
      expect(patchOf(told)).not.toHaveProperty(untouched)
  })

  it('keeps its link where it has one', () => {
    const withUrl = rules.answer(caseIn('accepted'), ani, NOW, { ...said, url: 'https://x/1' })
    expect(withUrl).toMatchObject({ event: { data: { url: 'https://x/1' } } })
    const without = rules.answer(caseIn('accepted'), ani, NOW, said)
    expect('event' in without && without.event?.data).not.toHaveProperty('url')
  })
})

describe('"Selesai"', () => {
  const resolve = (patch: Partial<Case>, with_ = closing as Parameters<typeof rules.resolve>[3]) =>
    rules.resolve(caseIn('in-progress', patch), ani, NOW, with_)

  it('needs an answer for the citizen, or the reason why it stays private', () => {
    expect(resolve({ followedUpAt: NOW })).toMatchObject({ code: 'answer-missing' })
    const secret = resolve({ followedUpAt: NOW }, { ...closing, privateReason: 'rahasia' })
    expect(secret).toMatchObject({ kind: 'changed', event: { data: { reason: 'rahasia' } } })
  })

  it('needs a new answer where the reporter said "belum selesai" after the first', () => {
    expect(resolve({ ...ready, owesAnswer: true })).toMatchObject({ code: 'answer-missing' })
    expect(resolve(ready)).toMatchObject({ kind: 'changed' })
  })

  it('AC-000-4: a case cannot be Selesai without a follow-up', () => {
    expect(resolve(answered)).toMatchObject({ code: 'follow-up-missing' })
  })

  it('AC-000-4: the refusal says everything that is missing', () => {
    const bare = resolve({}, { ...closing, evidence: 0 })
    expect(bare).toMatchObject({ code: 'answer-missing' })
    const detail = bare.kind === 'refused' ? bare.detail : ''
    for (const missing of ['jawaban bermutu', 'catatan tindak lanjut', 'bukti dukung'])
      expect(detail).toContain(missing)
    expect(detail?.match(/belum dapat diselesaikan/g)).toHaveLength(1)
  })

  it('needs evidence of the fix, or the reason why there is none', () => {
    expect(resolve(ready, { ...closing, evidence: 0 })).toMatchObject({ code: 'evidence-missing' })
    const explained = { ...closing, evidence: 0, evidenceReason: 'informasi lisan' }
    expect(resolve(ready, explained)).toMatchObject({
      kind: 'changed',
      event: { data: { evidenceReason: 'informasi lisan' } },
    })
  })

  it('ends the case and frees it', () => {
    expect(patchOf(resolve(ready))).toMatchObject({
      state: 'resolved',
      claim: null,
      endedAt: NOW,
    })
  })
})

describe('a transfer', () => {
  it('by a coordinator goes to the agency', () => {
    const patch = patchOf(rules.transfer(caseIn('new'), ani, NOW, { ...to, mayTriage: true }))
    expect(patch).toEqual({
      state: 'referred',
      agencyId: 'dinkes',
      proposedOwner: null,
      claim: null,
    })
  })

  it('by an officer goes to the triage desk, with the owner that they propose', () => {
    const patch = patchOf(rules.transfer(caseIn('accepted'), ani, NOW, to))
    expect(patch).toEqual({
      state: 'returned',
      agencyId: null,
      proposedOwner: 'dinkes',
      claim: null,
    })
  })

  it('without a proposal keeps the one that was there', () => {
    const current = caseIn('accepted', { proposedOwner: 'pln' })
    const patch = patchOf(rules.transfer(current, ani, NOW, { ...to, agencyId: null }))
    expect(patch.proposedOwner).toBe('pln')
  })

  it('never goes to the agency that is accused', () => {
    for (const mayTriage of [true, false])
      expect(
        rules.transfer(caseIn('new'), ani, NOW, { ...to, mayTriage, accused: true }),
      ).toMatchObject({ code: 'accused-agency' })
  })
})

describe('reopening', () => {
  it('is for ended cases only', () => {
    for (const state of CASE_STATES)
      expect(rules.reopen(caseIn(state), 'keliru').kind).toBe(isOpen(state) ? 'refused' : 'changed')
    expect(patchOf(rules.reopen(caseIn('resolved'), 'keliru'))).toMatchObject({
      state: 'reopened',
      endedAt: null,
    })
  })
})

describe('whatever officers do in whatever order', () => {
  const step = fc.record({
    verb: fc.constantFrom(...Object.keys(VERBS), 'reopen'),
    who: fc.constantFrom(ani, budi),
  })

  const expectSound = (current: Case) => {
    if (isOpen(current.state)) return expect(current.endedAt).toBeNull()
    expect(current.endedAt).toBeInstanceOf(Date)
    expect(current.claim).toBeNull()
  }

  it('an ended case has an end and no claim, and an open one has no end', () => {
    const start = fc.constantFrom(...CASE_STATES)
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 30 }), (from, steps) => {
        let current = caseIn(from)
        for (const { verb, who } of steps) {
          const decision = VERBS[verb]?.(current, who) ?? rules.reopen(current, 'keliru')
          if (decision.kind === 'changed') current = { ...current, ...decision.patch }
          expectSound(current)
        }
      }),
    )
  })
})

describe('a dismissal', () => {
  const told = (patch: Partial<Case>) => {
    const decision = rules.dismiss(caseIn('accepted', patch), ani, NOW, 'iklan')
    return decision.kind === 'changed' ? decision.event?.data.late : decision.code
  }

  it('after the deadline is marked as such: it undoes no lateness', () => {
    expect(told({ dueAt: before(1) })).toBe(true)
  })

  it('in time, at the very moment, or of what owed nothing any more is not', () => {
    for (const dueAt of [after(1), NOW, null]) expect(told({ dueAt })).toBeUndefined()
  })
})

describe('a question to the reporter', () => {
  const asking = (question: string, patch: Partial<Case> = {}) =>
    askReporter(caseIn('accepted', patch), ani, NOW, { question, url: null })

  it('is refused with a gap of its template, and named', () => {
    expect(asking('Mohon beri tahu kami [[patokan terdekat]].')).toMatchObject({
      code: 'template-unfinished',
      detail: 'Belum ditulis: patokan terdekat.',
    })
    expect(asking('Di depan toko apa lubangnya?')).toMatchObject({ kind: 'changed' })
  })

  it('asks for no NIK where everybody reads along', () => {
    expect(asking('Mohon tuliskan NIK Anda di kolom ini.')).toMatchObject({ code: 'tone-refused' })
    expect(asking('Mohon tuliskan NIK Anda.', { confidential: true })).toMatchObject({
      kind: 'changed',
    })
  })
})

it('a reporter who says "belum selesai" of imported history waits now, as of any other case', () => {
  const decision = unsatisfied(caseIn('resolved', { history: true }))
  expect(patchOf(decision)).toMatchObject({ state: 'reopened', history: false })
})
