/** Joining and splitting the open case: two cases change at once. */
import { findCase, joinCases, notSame } from '../api/join.ts'
import { type Answer, sentenceOf } from '../api/request.ts'
import type { Case } from '../api/wire.ts'
import { notify } from './notices.ts'
import { reloadCase, showCase } from './open-case.ts'

/** True once the server has done it; else it says why not and nothing is lost. */
const settle = async (
  answer: Answer<{ case: Case; other: Case }>,
  done: (other: Case) => string,
): Promise<boolean> => {
  if (answer.kind === 'refused') {
    notify('refused', sentenceOf(answer.problem))
    await reloadCase()
    return false
  }
  showCase(answer.body.case)
  notify('done', done(answer.body.other))
  void reloadCase()
  return true
}

export const mergeIn = async (current: Case, otherId: string): Promise<boolean> =>
  settle(
    await joinCases(current, 'merge', { otherId }),
    ({ code }) => `Kasus ${code} digabungkan ke kasus ini.`,
  )

/** Remembered: the pair is never suggested again. */
export const declinePair = async (current: Case, otherId: string): Promise<boolean> => {
  const answer = await notSame(current.id, otherId)
  if (answer.kind === 'refused') notify('refused', sentenceOf(answer.problem))
  else notify('done', 'Dicatat: bukan kasus yang sama.')
  await reloadCase()
  return answer.kind !== 'refused'
}

/** By the code that officers read out to each other. */
export const mergeByCode = async (current: Case, code: string): Promise<boolean> => {
  const found = await findCase(code)
  if (found) return mergeIn(current, found.id)
  notify('refused', `Kasus ${code} tidak ditemukan di antrean Anda.`)
  return false
}

export const splitOff = async (current: Case, postIds: string[]): Promise<boolean> =>
  settle(
    await joinCases(current, 'split', { postIds }),
    ({ code }) => `Kiriman terpilih dipisahkan menjadi kasus ${code}.`,
  )

export const takeBack = async (current: Case, eventId: string): Promise<boolean> =>
  settle(
    await joinCases(current, 'undo', { eventId }),
    ({ code }) => `Dibatalkan. Kasus ${code} ikut dipulihkan.`,
  )
