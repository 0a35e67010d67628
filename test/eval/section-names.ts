/** The parts of a run, by the names under which they can be chosen. */
export const SECTIONS = [
  'own',
  'hard',
  'lapor',
  'gathering',
  'bad-input',
  'speed',
  'baseline',
  'corpus',
  'curve',
] as const

export type SectionName = (typeof SECTIONS)[number]

/**
 * Without a choice: what fits in a few minutes; the others train for long. Speed comes first, while
 * nothing else lies in memory for the collector to look through.
 */
export const USUAL: SectionName[] = ['speed', 'own', 'hard', 'lapor', 'gathering', 'bad-input']
