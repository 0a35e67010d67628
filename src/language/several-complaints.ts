/** Several complaints in one post: which clauses speak of a problem of their own. */
import type { Kind } from '../core/reading.ts'
import { type Clause, clausesOf } from './clauses.ts'
import type { Decider } from './decide.ts'
import {
  evidenceOfClause,
  evidenceOfTopic,
  type ReadClause,
  type Room,
  roomOf,
  type WholePost,
} from './part-evidence.ts'
import type { Analysis, Listener } from './post-analysis.ts'
import { FORMS, NOISE } from './topic-choice.ts'

export type { WholePost } from './part-evidence.ts'

export interface FurtherComplaint {
  category: string
  /** As the citizen wrote it. */
  text: string
  /** Where it stands in the text that was read. */
  start: number
  end: number
}

export interface Ears {
  part: Listener['part']
  glance: Decider['glance']
}

/** With the main one four, as the desk can still see them together. */
const MOST = 3

/** Nothing to cut: noise and praise hold no complaint, and help is on its way to the whole of a danger. */
const WHOLE_KINDS: ReadonlySet<Kind> = new Set(['irrelevant', 'praise', 'emergency'])

export function furtherComplaints(whole: WholePost, ears: Ears): FurtherComplaint[] {
  const { analysis, kind } = whole
  if (WHOLE_KINDS.has(kind) || analysis.stream.words.length < FEWEST_WORDS) return []
  const clauses = clausesOf(analysis)
  if (clauses.length < 2 || !(isList(clauses) || mayHoldMore(whole))) return []
  const read = clauses.map((clause) => {
    const part = ears.part(analysis, clause)
    return { clause, part, ...ears.glance(part) }
  })
  const room = roomOf(whole, read)
  return bestOfEach(read.flatMap((each) => guessesOf(each, room)))
}

const FEWEST_WORDS = 6
const FEWEST_ITEMS = 2

/** Numbers and bullets: the whole may be sure of one item, and the others are meant all the same. */
const isList = (clauses: Clause[]) => clauses.filter(({ listed }) => listed).length >= FEWEST_ITEMS

/** Another topic is so likely by the whole, or a little less and named in a phrase. */
const LEAST_IN_WHOLE = 0.05
const LEAST_WHERE_NAMED = 0.01

/** Most posts speak of one thing only, and cost nothing more. Who answers speaks of what stands above. */
function mayHoldMore({ decision, category, analysis }: WholePost): boolean {
  if (analysis.parent) return false
  const other = decision.ranked.find((each) => isSubject(each.category, category))
  const likely = other?.probability ?? 0
  if (likely < LEAST_WHERE_NAMED) return false
  return likely >= LEAST_IN_WHOLE || namesAnother(analysis, category)
}

const namesAnother = ({ topics }: Analysis, category: string) =>
  topics.scores.some((score) => isSubject(score.category, category))

const isSubject = (category: string, main: string) =>
  category !== main && category !== NOISE && !FORMS.has(category)

interface Guess extends FurtherComplaint {
  evidence: number
}

/** Of a clause only what comes first in it, or is nearly as likely. */
const LOOKED_AT = 3
const LEAST_FIRST = 0.2
const LEAST_BEHIND = 0.3

/** Log-odds from which a clause is a complaint of its own. */
const SURE = 0

function guessesOf(own: ReadClause, room: Room): Guess[] {
  const topics = own.ranked.slice(0, LOOKED_AT).filter(({ category, probability }, at) => {
    const least = at === 0 ? LEAST_FIRST : LEAST_BEHIND
    return probability >= least && isSubject(category, room.whole.category)
  })
  if (topics.length === 0) return []
  const base = evidenceOfClause(own, room)
  const guesses = topics
    .map((topic) => ({ category: topic.category, evidence: base + evidenceOfTopic(topic, room) }))
    .filter(({ evidence }) => evidence >= SURE)
    .map((guess) => ({ ...guess, ...writtenAt(own, room.whole.analysis) }))
  // what is said in a secret clause never leaves its post
  return guesses.length > 0 && own.isSecret() ? [] : guesses
}

function writtenAt({ part }: ReadClause, whole: Analysis) {
  const start = whole.text.indexOf(part.text)
  return { text: part.text.trim(), start, end: start + part.text.length }
}

/** Each category once, each clause once, the surest first; then in the order of the post. */
function bestOfEach(guesses: Guess[]): FurtherComplaint[] {
  const chosen: Guess[] = []
  for (const guess of [...guesses].sort((a, b) => b.evidence - a.evidence)) {
    const taken = chosen.some(
      ({ category, start }) => category === guess.category || start === guess.start,
    )
    if (!taken && chosen.length < MOST) chosen.push(guess)
  }
  return chosen
    .sort((a, b) => a.start - b.start)
    .map(({ evidence: _evidence, ...complaint }) => complaint)
}
