/** The parts of a run, by the names under which they can be chosen. */
export const SECTIONS = ['own', 'hard', 'lapor'] as const

export type SectionName = (typeof SECTIONS)[number]

/** Without a choice: what fits in a few minutes. The others train for long and say how long. */
export const USUAL: SectionName[] = ['own', 'hard', 'lapor']
