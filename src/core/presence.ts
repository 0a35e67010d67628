/** Who has a case open: a courtesy among colleagues, never a lock. */
export const PRESENCE_LEVELS = ['editing', 'viewing', 'away'] as const
/** editing: writes an answer or a note · viewing · away: the page is open, the person elsewhere */
export type PresenceLevel = (typeof PRESENCE_LEVELS)[number]

/** A page that did not report for so long is closed. */
export const PRESENCE_SECONDS = 25

export interface Onlooker {
  userId: string
  name: string
  level: PresenceLevel
  /** Since when on this level. */
  since: Date
  until: Date
}

/** Who writes comes first, then who looks; the same order for everybody. */
export const inOrder = (people: Onlooker[]): Onlooker[] =>
  [...people].sort(
    (one, other) =>
      PRESENCE_LEVELS.indexOf(one.level) - PRESENCE_LEVELS.indexOf(other.level) ||
      one.since.getTime() - other.since.getTime() ||
      one.name.localeCompare(other.name, 'id'),
  )
