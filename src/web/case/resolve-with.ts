/** "Selesai" with what shows it: first the evidence is kept, then the case ends. */
import { undone } from '../../core/closing.ts'
import { sentenceOf as catalogued } from '../../core/errors.ts'
import { giveEvidence } from '../api/evidence.ts'
import { sentenceOf } from '../api/request.ts'
import type { Case, GivenEvidence } from '../api/wire.ts'
import { work } from '../state/case-work.ts'
import { type Deed, DONE, refused } from '../state/deed.ts'
import { reloadCase } from '../state/open-case.ts'
import { ASKED, type EvidenceChoice, readPhoto, wordsAs } from './evidence-choices.ts'

interface ChosenEvidence {
  choice: EvidenceChoice
  words: string
  photo: File | null
}

interface Closing {
  text: string
  privateReason: string | null
  /** Null where evidence was given before. */
  evidence: ChosenEvidence | null
}

/** Nothing is kept of a case that could not end anyway. */
export const resolveWith = async (current: Case, closing: Closing): Promise<Deed> => {
  const { text, privateReason, evidence } = closing
  const [missing] = undone(current, closing)
  if (missing) return refused(catalogued(missing))
  const kept = evidence ? await keep(current, evidence) : DONE
  if (kept.kind === 'refused') return kept
  const evidenceReason = evidence?.choice === 'none' ? evidence.words : null
  // what was kept has moved the version of the case
  const now = (await reloadCase())?.case ?? current
  return work(now, 'resolve', { text, privateReason, evidenceReason })
}

/** A reason is said with "Selesai" itself; everything else is kept before. */
const keep = async (current: Case, { choice, words, photo }: ChosenEvidence): Promise<Deed> => {
  if (choice === 'photo-after') {
    const read = await readPhoto(photo)
    return read.kind === 'refused' ? read : send(current, { kind: choice, photo: read.data })
  }
  if (words === '') return refused(`Isi dahulu: ${ASKED[choice]}.`)
  return choice === 'none' ? DONE : send(current, wordsAs(choice, words))
}

const send = async (current: Case, given: GivenEvidence): Promise<Deed> => {
  const answer = await giveEvidence(current.id, given)
  return answer.kind === 'refused' ? refused(sentenceOf(answer.problem)) : DONE
}
