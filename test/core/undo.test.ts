import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/core/case.ts'
import type { CaseDecision } from '../../src/core/case-change.ts'
import type { CaseEvent } from '../../src/core/case-event.ts'
import { dismiss, note, recategorise, release } from '../../src/core/case-rules.ts'
import { mentionsIn } from '../../src/core/mentions.ts'
import { changeUrgency } from '../../src/core/queue-rules.ts'
import { snooze } from '../../src/core/snooze.ts'
import { remembering, undo } from '../../src/core/undo.ts'
import { aCase, NOW, viewerWith } from '../http/fake-ports.ts'

const ani = viewerWith('desk-officer')
const budi = { ...ani, userId: '01900000-0000-7000-8000-00000000000b', name: 'Budi' }
const soon = new Date(NOW.getTime() + 5_000)
const open = aCase({ dueAt: new Date('2026-03-02T09:00:00Z') })

let ids = 0
/** The case after the act, and the event as the database gives it back. */
const after = (current: Case, decision: CaseDecision, actor = ani) => {
  const kept = remembering(current, decision)
  if (kept.kind === 'refused' || !kept.event) throw new Error('refused')
  const event: CaseEvent = {
    id: String(++ids),
    caseId: current.id,
    type: kept.event.type,
    actor: { userId: actor.userId, name: actor.name },
    at: NOW,
    fromAgencyId: null,
    toAgencyId: null,
    data: JSON.parse(JSON.stringify(kept.event.data)),
  }
  return { case: { ...current, ...kept.patch }, event }
}

const confidential = { confidential: true, ownerMayKeep: true, mayDeclassify: false }
const to = (category: string, over = {}) => ({
  category,
  kind: 'complaint' as const,
  reason: null,
  confidential: false,
  ownerMayKeep: true,
  mayDeclassify: false,
  ...over,
})

const ACTS: [string, (current: Case) => CaseDecision][] = [
  ['a new category', (current) => recategorise(current, ani, NOW, to('air.pdam'))],
  ['"bukan layanan"', (current) => dismiss(current, ani, NOW, 'iklan')],
  [
    'a new urgency',
    (current) => changeUrgency(current, ani, NOW, { urgency: 'P1', reason: 'korban' }),
  ],
  [
    'a snooze',
    (current) => snooze(current, ani, NOW, { until: null, forReply: true, reason: 'menunggu' }),
  ],
]

describe.each(ACTS)('%s', (_name, act) => {
  test('is taken back by whoever did it, and the case is what it was', () => {
    const done = after(open, act(open))
    const back = undo(done.case, { event: done.event, later: [] }, ani, soon)
    expect(back).toMatchObject({ event: { type: 'undone', data: { undoes: done.event.id } } })
    expect(back.kind === 'changed' && { ...done.case, ...back.patch }).toEqual(open)
  })

  test('is not taken back by anybody else', () => {
    const done = after(open, act(open))
    const back = undo(done.case, { event: done.event, later: [] }, budi, soon)
    expect(back).toMatchObject({ code: 'undo-not-yours' })
  })

  test('is not taken back twice', () => {
    const done = after(open, act(open))
    const data = { undoes: done.event.id }
    const later = [{ ...done.event, id: '999', type: 'undone' as const, data }]
    expect(undo(open, { event: done.event, later }, ani, soon)).toMatchObject({
      code: 'undo-too-late',
    })
  })

  test('is not taken back once the same was decided anew', () => {
    const done = after(open, act(open))
    const again = after({ ...open, category: 'x.y', urgency: 'P4' }, act(open), budi)
    const back = undo(done.case, { event: done.event, later: [again.event] }, ani, soon)
    expect(back).toMatchObject({ code: 'undo-too-late' })
  })
})

test('a post that joins meanwhile does not keep anybody from taking back', () => {
  const done = after(open, dismiss(open, ani, NOW, 'iklan'))
  const joined = { ...done.event, id: '9999', type: 'post-joined' as const, actor: null, data: {} }
  expect(undo(done.case, { event: done.event, later: [joined] }, ani, soon).kind).toBe('changed')
})

test('a category is given back without taking back what was done to the case since', () => {
  const done = after(open, recategorise(open, ani, NOW, to('air.pdam')))
  const solved = { ...done.case, state: 'resolved' as const, endedAt: NOW }
  const back = undo(solved, { event: done.event, later: [] }, ani, soon)
  expect(back).toMatchObject({ patch: { category: open.category } })
  expect(back.kind === 'changed' && { ...solved, ...back.patch }.state).toBe('resolved')
})

test('a colleague who wrote a note keeps nobody from giving a category back, only a transfer', () => {
  const done = after(open, recategorise(open, ani, NOW, to('air.pdam')))
  const noted = after(done.case, note(done.case, 'x'), budi).event
  expect(undo(done.case, { event: done.event, later: [noted] }, ani, soon).kind).toBe('changed')
})

test('what was learned from it is withdrawn with it', () => {
  const done = after(open, recategorise(open, ani, NOW, to('air.pdam')))
  expect(undo(done.case, { event: done.event, later: [] }, ani, soon)).toMatchObject({
    withdraws: { act: 'recategorise', at: NOW },
  })
})

test('a case that became confidential by it stays so', () => {
  const done = after(open, recategorise(open, ani, NOW, to('gov.pungli', confidential)))
  expect(undo(done.case, { event: done.event, later: [] }, ani, soon)).toMatchObject({
    code: 'confidential-category',
  })
})

test('letting go is taken back as long as nobody else took the case', () => {
  const mine = { ...open, claim: { userId: ani.userId, name: ani.name, until: soon } }
  const done = after(mine, release(mine, ani, NOW))
  const taken = { event: done.event, later: [] }
  expect(undo(done.case, taken, ani, soon)).toMatchObject({
    patch: { claim: { userId: ani.userId } },
  })
  const until = new Date(soon.getTime() + 60_000)
  const gone = { ...done.case, claim: { userId: budi.userId, name: budi.name, until } }
  expect(undo(gone, taken, ani, soon)).toMatchObject({ code: 'claimed-by-other' })
})

test('a note is taken back within its minute, not later', () => {
  const done = after(open, note(open, 'salah tulis'))
  const taken = { event: done.event, later: [] }
  const inMinute = new Date(NOW.getTime() + 60_000)
  expect(undo(open, taken, ani, inMinute).kind).toBe('changed')
  const later = new Date(NOW.getTime() + 60_001)
  expect(undo(open, taken, ani, later)).toMatchObject({ code: 'undo-too-late' })
})

test('an answer to the citizen is not taken back here', () => {
  const done = after(open, note(open, 'x'))
  const answered = { ...done.event, type: 'answered' as const }
  expect(undo(open, { event: answered, later: [] }, ani, soon)).toMatchObject({
    code: 'not-undoable',
  })
})

test.each([
  ['Mohon dicek @sari.pu', ['sari.pu']],
  ['@Sari, @budi. tolong (@dedi)', ['sari', 'budi', 'dedi']],
  ['@sari dan lagi @sari', ['sari']],
  ['surel warga@contoh.id dan https://x.com/@akun', []],
  ['tidak ada nama @ di sini @a', []],
])('in "%s" the names are %j', (text, names) => {
  expect(mentionsIn(text)).toEqual(names)
})
