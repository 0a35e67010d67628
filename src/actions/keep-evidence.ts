import type { Case } from '../core/case.ts'
import { type Refusal, refuse } from '../core/errors.ts'
import type { EvidenceKind } from '../core/evidence.ts'
import { keepEvidence } from '../core/evidence-rules.ts'
import type { Viewer } from '../core/roles.ts'
import type { NewEvidence } from '../ports/evidence.ts'
import type { Ports } from '../ports/ports.ts'
import { mayWork } from './change-case.ts'

type EvidencePorts = Pick<Ports, 'evidence' | 'photos'>

export interface GivenEvidence extends Omit<NewEvidence, 'photo'> {
  photo: Uint8Array | null
  /** The task that it belongs to, where the officer says so. */
  taskId?: string | null
  /** From the spot: it also tells what was done, and ends the task. */
  field?: boolean
}

type Needed = Pick<GivenEvidence, 'letterNumber' | 'note' | 'photo' | 'url'>

/** What each kind cannot do without. */
const NEEDS: Record<EvidenceKind, [(given: Needed) => boolean, string]> = {
  'photo-before': [({ photo }) => photo !== null, 'Lampirkan fotonya.'],
  'photo-after': [({ photo }) => photo !== null, 'Lampirkan fotonya.'],
  letter: [({ letterNumber }) => letterNumber !== null, 'Tuliskan nomor suratnya.'],
  reporter: [({ note }) => note.trim() !== '', 'Tuliskan apa yang dinyatakan pelapor.'],
  link: [({ url }) => url !== null, 'Cantumkan tautan publiknya.'],
}

/** Keeps the original with its hash, and beside it what may be shown. */
export const addEvidence = async (
  { evidence, photos }: EvidencePorts,
  viewer: Viewer,
  caseId: string,
  { taskId = null, field = false, ...given }: GivenEvidence,
): ReturnType<EvidencePorts['evidence']['add']> => {
  const [has, sentence] = NEEDS[given.kind]
  if (!has(given)) return refuse('evidence-refused', sentence)
  // before any picture is decoded: who may not see the case shall not make us work
  if (!(await evidence.list(viewer, caseId))) return refuse('not-found')
  const prepared = given.photo ? await photos.prepare(given.photo) : null
  if (prepared?.kind === 'refused') return prepared
  const photo = prepared?.photo ?? null
  const { kind, note, letterNumber } = given
  return evidence.add(viewer, caseId, { ...given, photo }, ({ case: about, tasks, ...at }) => {
    const wish = { evidenceId: at.evidenceId, kind, note, letterNumber, taskId, field }
    const works = mayWork(viewer, about)
    return keepEvidence(about, tasks, viewer, at.now, { ...wish, works })
  })
}

const mayTouch =
  (viewer: Viewer) =>
  (current: Case): Refusal | null => {
    if (!mayWork(viewer, current)) return refuse('no-right')
    return current.state === 'duplicate' || current.state === 'archived'
      ? refuse('illegal-move')
      : null
  }

export const withdrawEvidence = (
  { evidence }: Pick<EvidencePorts, 'evidence'>,
  viewer: Viewer,
  evidenceId: string,
  reason: string,
) => evidence.withdraw(viewer, evidenceId, reason, mayTouch(viewer))
