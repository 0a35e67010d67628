/** What an officer does to the open case: at once on screen, confirmed by the server. */
import { CLAIM_SECONDS } from '../../core/case.ts'
import { EVENT_LABELS } from '../../core/case-event.ts'
import { type CaseVerb, type CaseVerbs, changeCase } from '../api/cases.ts'
import { type Problem, sentenceOf } from '../api/request.ts'
import type { Case, CaseView } from '../api/wire.ts'
import { age } from '../format/moments.ts'
import { aloud, type Deed, DONE, refused } from './deed.ts'
import { notify } from './notices.ts'
import { reloadCase, showCase } from './open-case.ts'
import { me } from './session.ts'

const SAID: Partial<Record<CaseVerb, string>> = {
  release: 'Kasus dilepas.',
  transfer: 'Kasus diteruskan.',
  recategorise: 'Kategori dibetulkan.',
  note: 'Catatan disimpan.',
  answer: 'Tanggapan dicatat.',
  'follow-up': 'Tindak lanjut dicatat.',
  resolve: 'Kasus selesai.',
  dismiss: 'Kasus dinyatakan bukan layanan.',
  reopen: 'Kasus dibuka kembali.',
}

/** Done once the server has accepted it; a refusal is explained and nothing typed is lost. */
export const work = async <Verb extends CaseVerb>(
  current: Case,
  verb: Verb,
  said: CaseVerbs[Verb],
): Promise<Deed> => {
  const answer = await changeCase(current, verb, said)
  if (answer.kind === 'refused') return refused(await explain(answer.problem))
  showCase(answer.body.case)
  const done = SAID[verb]
  if (done) notify('done', done)
  void reloadCase()
  return DONE
}

/** Instantly mine; given back with an explanation where somebody was faster. */
export const claim = async (current: Case): Promise<void> => {
  const viewer = me.peek()
  if (!viewer) return
  const until = new Date(Date.now() + CLAIM_SECONDS * 1000).toISOString()
  showCase({ ...current, claim: { name: viewer.user.name, until, mine: true } })
  const claiming = work(current, 'claim', {})
  await aloud(claiming)
  if ((await claiming).kind === 'refused') await reloadCase()
}

export const release = (current: Case): Promise<void> => aloud(work(current, 'release', {}))

const explain = async (problem: Problem): Promise<string> => {
  const view = problem.status === 409 || problem.status === 404 ? await reloadCase() : null
  const who = view && problem.code === 'stale-version' ? lastChange(view) : ''
  return `${sentenceOf(problem)}${who}`
}

const lastChange = ({ events }: CaseView): string => {
  const last = events.findLast(({ actor }) => actor !== null && actor.userId !== me.peek()?.user.id)
  if (!last?.actor) return ''
  const when = age(last.at, Date.now())
  return ` ${EVENT_LABELS[last.type]} oleh ${last.actor.name}, ${when === 'baru saja' ? when : `${when} lalu`}. Isian Anda tetap tersimpan.`
}
