/** What an officer does to the open case: at once on screen, confirmed by the server. */
import { CLAIM_SECONDS } from '../../core/case.ts'
import { EVENT_LABELS } from '../../core/case-event.ts'
import { type CaseVerb, type CaseVerbs, changeCase } from '../api/cases.ts'
import { type Problem, sentenceOf } from '../api/request.ts'
import type { Case, CaseView } from '../api/wire.ts'
import { age } from '../format/moments.ts'
import { notify } from './notices.ts'
import { reloadCase, showCase } from './open-case.ts'
import { me } from './session.ts'

const DONE: Partial<Record<CaseVerb, string>> = {
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

/** True once the server has accepted it; a refusal is explained and nothing typed is lost. */
export const work = async <Verb extends CaseVerb>(
  current: Case,
  verb: Verb,
  said: CaseVerbs[Verb],
): Promise<boolean> => {
  const answer = await changeCase(current, verb, said)
  if (answer.kind === 'refused') {
    await explain(answer.problem)
    return false
  }
  showCase(answer.body.case)
  const done = DONE[verb]
  if (done) notify('done', done)
  void reloadCase()
  return true
}

/** Instantly mine; given back with an explanation where somebody was faster. */
export const claim = async (current: Case): Promise<void> => {
  const viewer = me.peek()
  if (!viewer) return
  const until = new Date(Date.now() + CLAIM_SECONDS * 1000).toISOString()
  showCase({ ...current, claim: { name: viewer.user.name, until, mine: true } })
  if (!(await work(current, 'claim', {}))) await reloadCase()
}

const explain = async (problem: Problem): Promise<void> => {
  const view = problem.status === 409 || problem.status === 404 ? await reloadCase() : null
  const who = view && problem.code === 'stale-version' ? lastChange(view) : ''
  notify('refused', `${sentenceOf(problem)}${who}`)
}

const lastChange = ({ events }: CaseView): string => {
  const last = events.findLast(({ actor }) => actor !== null && actor.userId !== me.peek()?.user.id)
  if (!last?.actor) return ''
  const when = age(last.at, Date.now())
  return ` ${EVENT_LABELS[last.type]} oleh ${last.actor.name}, ${when === 'baru saja' ? when : `${when} lalu`}. Isian Anda tetap tersimpan.`
}
