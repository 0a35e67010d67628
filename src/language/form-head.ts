/** How likely a post is no citizen's, by its form alone: a small head of its own beside the words. */
import type { Example } from './example.ts'
import type { Forms } from './form-features.ts'
import type { Head } from './model.ts'
import { createScorer } from './scorer.ts'
import { type TrainingSettings, trainHead } from './train.ts'
import type { SparseVector } from './vector.ts'

/** Rows: hashes share them, and a few that meet do little harm. A power of two. */
export const FORM_ROWS = 2 ** 16
export const FORM_LABELS = ['service', 'noise']
/** Outlines and signs as a block each. */
export const FORM_BLOCKS: Head['blocks'] = [1, 1, 0, 0]
/** Learned more slowly than topics: outlines are many and each says little. */
const TRAINING: Omit<TrainingSettings, 'epochs'> = {
  rate: 0.3,
  decay: 1e-6,
  seed: 20_241,
  dropout: 0.3,
}
/** Further than this a form proves no more: a short post may look like anything. */
const [LEAST, MOST] = [-6, 4]

export interface FormLesson {
  forms: Forms
  noise: boolean
  weight: number
}

export function trainForm(lessons: FormLesson[], epochs: number): Head {
  const plan = { labels: FORM_LABELS, blocks: FORM_BLOCKS, telling: 0, size: FORM_ROWS }
  const examples = lessons.map(
    ({ forms, noise, weight }): Example => ({
      vector: vectorOf(forms),
      among: [noise ? 1 : 0],
      weight,
    }),
  )
  return trainHead(plan, examples, { ...TRAINING, epochs })
}

/** Odds of noise on a logarithmic scale. */
export type WeighForm = (forms: Forms) => number

export function createFormWeigher(head: Head): WeighForm {
  const score = createScorer(head)
  return (forms) => {
    const [service, noise] = score(vectorOf(forms))
    return Math.max(LEAST, Math.min(MOST, (noise as number) - (service as number)))
  }
}

function vectorOf({ outlines, signs }: Forms): SparseVector {
  const rows = new Int32Array(outlines.length + signs.length)
  const first = addRows(rows, 0, outlines)
  const end = addRows(rows, first, signs)
  return {
    rows: rows.subarray(0, end),
    values: new Float32Array(end).fill(1),
    ends: [first, end, end, end],
  }
}

const written = new Uint8Array(FORM_ROWS)

/** Writes the row of each hash, each row once; returns where they end. */
function addRows(rows: Int32Array, from: number, hashes: Uint32Array): number {
  let end = from
  for (let at = 0; at < hashes.length; at++) {
    const row = (hashes[at] as number) & (FORM_ROWS - 1)
    if (written[row] === 1) continue
    written[row] = 1
    rows[end++] = row
  }
  for (let at = from; at < end; at++) written[rows[at] as number] = 0
  return end
}
