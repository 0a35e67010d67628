/** Somebody who says what a text is about: our reader, or what it is measured against. */
export interface Rival {
  name: string
  /** Category ids for each text, best first, at most three. */
  rank(texts: string[]): string[][]
  /** Seconds of processor time that reading these texts takes, with the start left out. */
  timeOf(texts: string[]): number
  /** Reads so slowly that it gets fewer texts. */
  slow: boolean
  trainingSeconds: number
  megabytes: number
  notes: string[]
}

/** A text, and the category that its label says. */
export interface Lesson {
  text: string
  category: string
}
