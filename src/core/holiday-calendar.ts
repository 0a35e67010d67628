/** Days off and hours of work: what the national decree says, and what an office has of its own. */

/** `config/calendar-<year>.yaml` */
export interface HolidayCalendar {
  year: number
  /** Decree with its numbers (SKB 3 Menteri). */
  source: string
  /** Local dates "2026-01-01" with their names. */
  holidays: { date: string; name: string }[]
  collectiveLeave: string[]
  ramadan: { from: string; to: string; tentative: boolean } | null
  workHours: { regular: WorkWeek; ramadan: WorkWeek }
}

/** Local "HH:MM" pairs, end exclusive. */
export interface WorkWeek {
  mondayToThursday: [string, string][]
  friday: [string, string][]
}

/** What a government or an agency of it has of its own, beside the national calendar. */
export interface OwnHours {
  /** Local dates "2026-11-18" on which nobody works here: hari jadi, pilkada. */
  holidays?: { date: string; name: string }[]
  /** Instead of the calendar's hours; in Ramadan the same, unless it says otherwise. */
  workHours?: { regular: WorkWeek; ramadan?: WorkWeek }
  /** Day and night, holidays too: fire brigade, hospital, disaster agency. */
  alwaysOpen?: boolean
}
