/** How detectors add up what was heard: log-odds, and cues counted no further than they tell. */
import type { Heard } from './cue-finder.ts'

const LEAST = 1e-4

/** Probability → log-odds, kept finite. */
export function logOdds(probability: number): number {
  return Math.log(Math.max(probability, LEAST) / Math.max(1 - probability, LEAST))
}

/** How many phrases of a cue were heard; the fourth says no more than the third. */
export function heardUpTo(heard: Heard, cue: string, most: number): number {
  return Math.min(most, heard.get(cue)?.length ?? 0)
}

/** The first phrases of each cue, for the reasons that are shown. */
export function firstHeard(heard: Heard, cues: string[]): string[] {
  const first: string[] = []
  for (const cue of cues) {
    for (const phrase of heard.get(cue)?.slice(0, 2) ?? [])
      if (!first.includes(phrase)) first.push(phrase)
  }
  return first
}

/** What a detector found: how much, in log-odds, and the words that said it. */
export interface Weight {
  points: number
  because: string[]
}

/** A condition and its points, a line each: a detector that reads like a table. */
export type Evidence = [holds: boolean, points: number]

/** Points of all the lines that hold. */
export function sumOf(evidence: Evidence[]): number {
  return evidence.reduce((sum, [holds, points]) => sum + (holds ? points : 0), 0)
}
