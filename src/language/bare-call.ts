/** Posts that call and say nothing: "tolong min", "toloooong", "help". What about, nobody can read. */
import { addsNothing } from '../core/shared-from.ts'
import type { Decision } from './decision.ts'
import type { Analysis } from './post-analysis.ts'
import { NOISE, type Ranked } from './topic-choice.ts'

/** Words for help in the languages of the country; elongation is taken off before. */
const isCall = ({ stream }: Analysis): boolean =>
  stream.words.length > 0 && stream.words.every((word) => word.startsWith('<') || addsNothing(word))

/** What a call is about, or null where something is said. */
export function subjectOfCall(analysis: Analysis): [Ranked] | null {
  if (!isCall(analysis)) return null
  const category = analysis.parent?.topics.scores[0]?.category ?? NOISE
  return [{ category, probability: 1 }]
}

/**
 * A call is about what stands above it, or about nothing yet: it is no alarm of its own, however the
 * model hears it.
 */
export function heardAsCall(analysis: Analysis, decision: Decision): Decision {
  const ranked = subjectOfCall(analysis)
  if (!ranked) return decision
  const subject = ranked[0].category
  const kind = subject === NOISE ? 'irrelevant' : 'complaint'
  return {
    ...decision,
    ranked,
    kinds: { ...SILENCE, [kind]: 1 },
    settled: {
      ...decision.settled,
      category: subject,
      kind,
      rule: 'call',
      confidence: DOUBTED,
      alternatives: [subject],
      topical: subject === NOISE ? [] : ranked,
    },
  }
}

/** Half of those who only call are about what stands above them: a guess, nothing was fitted. */
const DOUBTED = 0.5

const SILENCE = {
  complaint: 0,
  allegation: 0,
  suggestion: 0,
  question: 0,
  praise: 0,
  emergency: 0,
  irrelevant: 0,
}
