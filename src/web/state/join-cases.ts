/** Joining and splitting the open case: two cases change at once. */
import { findCase, joinCases, notSame } from '../api/join.ts'
import { type Answer, sentenceOf } from '../api/request.ts'
import type { Case } from '../api/wire.ts'
import { type Deed, DONE, refused } from './deed.ts'
import { notify } from './notices.ts'
import { reloadCase, showCase } from './open-case.ts'

/** Done once the server has done it; else it says why not and nothing is lost. */
const settle = async <Other extends Case | null>(
  answer: Answer<{ case: Case; other: Other }>,
  done: (other: Other) => string,
): Promise<Deed> => {
  if (answer.kind === 'refused') {
    await reloadCase()
    return refused(sentenceOf(answer.problem))
  }
  showCase(answer.body.case)
  notify('done', done(answer.body.other))
  void reloadCase()
  return DONE
}

export const mergeIn = async (current: Case, otherId: string): Promise<Deed> =>
  settle(
    await joinCases(current, 'merge', { otherId }),
    ({ code }) => `Kasus ${code} digabungkan ke kasus ini.`,
  )

/** Remembered: the pair is never suggested again. */
export const declinePair = async (current: Case, otherId: string): Promise<Deed> => {
  const answer = await notSame(current.id, otherId)
  await reloadCase()
  if (answer.kind === 'refused') return refused(sentenceOf(answer.problem))
  notify('done', 'Dicatat: bukan kasus yang sama.')
  return DONE
}

/** By the code that officers read out to each other. */
export const mergeByCode = async (current: Case, code: string): Promise<Deed> => {
  const found = await findCase(code)
  return found
    ? mergeIn(current, found.id)
    : refused(`Kasus ${code} tidak ditemukan di antrean Anda.`)
}

export const splitOff = async (current: Case, postIds: string[]): Promise<Deed> =>
  settle(
    await joinCases(current, 'split', { postIds }),
    ({ code }) => `Kiriman terpilih dipisahkan menjadi kasus ${code}.`,
  )

export const takeBack = async (current: Case, eventId: string): Promise<Deed> =>
  settle(await joinCases(current, 'undo', { eventId }), (other) =>
    other ? `Dibatalkan. Kasus ${other.code} ikut dipulihkan.` : 'Dibatalkan.',
  )
