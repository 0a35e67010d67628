/** Points of gathering fitted on some writers, and how sure it must be, chosen and measured on others. */
import { createGatherIndex } from '../../src/core/gather-index.ts'
import { weigh } from '../../src/core/gathering.ts'
import { GATHERING, type Points } from '../../src/core/gathering-points.ts'
import { type Decision, fitChoices } from './choice-model.ts'
import { MODES } from './gathering-lay.ts'
import {
  type Counts,
  gatherStream,
  groupOf,
  type LaidPost,
  mergedOf,
  nothing,
  precisionOf,
  recallOf,
  type Stream,
  streamsOf,
} from './gathering-streams.ts'

const PIECES = Object.keys(GATHERING.points) as (keyof Points)[]
const RIDGE = 1.5
const OF_NEGATIVES = 2
/** What must hold on the writers on whom it is chosen; a little more than what is promised. */
const LEAST_PRECISION = 0.925
const MOST_MERGED = 0.036
const SURE = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75]
const HIGHEST = 0.8

interface Weighed extends Decision {
  fold: number
}

/** Each post against the true groups as they stood, as far as the index finds them. */
function decisionsOf({ posts, fold }: Stream, mode: (typeof MODES)[number]): Weighed[] {
  const index = createGatherIndex()
  return posts.flatMap((each) => {
    const post = each.as[mode]
    const evidence = index
      .groups(post)
      .flatMap(({ id, members }) => ({ id, found: weigh(post, members) ?? [] }))
      .flatMap(({ id, found }) => (Array.isArray(found) ? [] : [{ id, found }]))
    index.remember(post, groupOf(each))
    if (evidence.length === 0) return []
    const rows = evidence.map(({ found }) => PIECES.map((piece) => found[piece]))
    const chosen = evidence.findIndex(({ id }) => id === groupOf(each))
    return [{ rows, chosen, fold, weight: each.post.negativeOf ? OF_NEGATIVES : 1 }]
  })
}

function pointsWithout(decisions: Weighed[], folds: number[]): Points {
  const seen = decisions.filter(({ fold }) => !folds.includes(fold))
  const weights = fitChoices(seen, PIECES.length, RIDGE)
  const rounded = PIECES.map((piece, at) => [piece, Math.round((weights[at] ?? 0) * 100) / 100])
  return Object.fromEntries(rounded) as Points
}

/** @param given how sure it must be; null: chosen for each fold on the others */
export function crossFit(
  laid: LaidPost[],
  given: number | null,
  say: (line: string) => void,
): void {
  const streams = streamsOf(laid)
  const folds = [...new Set(streams.map(({ fold }) => fold))].sort()
  const decisions = streams.flatMap((stream) => MODES.flatMap((mode) => decisionsOf(stream, mode)))
  const totals = { reader: nothing(), label: nothing() }
  for (const fold of folds) {
    const sure = given ?? sureFor(streams, decisions, fold)
    const settings = { ...GATHERING, points: pointsWithout(decisions, [fold]), sure }
    for (const mode of MODES) {
      const own = nothing()
      for (const stream of streams.filter((each) => each.fold === fold)) {
        gatherStream(stream, mode, settings, own)
        gatherStream(stream, mode, settings, totals[mode])
      }
      say(`fold ${fold + 1}, sure ${sure}, ${mode}: ${told(own)}`)
    }
  }
  for (const mode of MODES) say(`writers never seen, ${mode}: ${told(totals[mode])}`)
  say(`sure ${given ?? sureFor(streams, decisions, null)}`)
  say(JSON.stringify(pointsWithout(decisions, []), null, 2))
}

/** What finds most among the writers outside the fold, each by points without their own. */
function sureFor(streams: Stream[], decisions: Weighed[], fold: number | null): number {
  const others = streams.filter((stream) => stream.fold !== fold)
  const points = new Map<number, Points>()
  for (const inner of new Set(others.map((stream) => stream.fold)))
    points.set(inner, pointsWithout(decisions, fold === null ? [inner] : [fold, inner]))
  const tried = SURE.map((sure) => ({ sure, counts: countsBy(others, points, sure) }))
  const allowed = tried.filter(
    ({ counts }) => precisionOf(counts) >= LEAST_PRECISION && mergedOf(counts) <= MOST_MERGED,
  )
  const [best] = allowed.sort((a, b) => recallOf(b.counts) - recallOf(a.counts))
  return best?.sure ?? HIGHEST
}

function countsBy(streams: Stream[], points: Map<number, Points>, sure: number): Counts {
  const counts = nothing()
  for (const stream of streams) {
    const own = points.get(stream.fold) as Points
    gatherStream(stream, 'reader', { ...GATHERING, points: own, sure }, counts)
  }
  return counts
}

function told(counts: Counts): string {
  const shares = [precisionOf(counts), recallOf(counts), mergedOf(counts)]
  const [precision, recall, merged] = shares.map((share) => share.toFixed(3))
  const { joined, wanted, negatives } = counts
  return `precision ${precision} of ${joined}, recall ${recall} of ${wanted}, negatives joined ${merged} of ${negatives}`
}
