/** How long what may take, as a government writes it. */

/** Working days end with office hours of the n-th day after the day of receipt; minutes are wall clock. */
export type Target = { workingDays: number } | { workingMinutes: number } | { minutes: number }

export const PRESETS = ['lapor', 'dki', '1x24-jam'] as const
export type Preset = (typeof PRESETS)[number]

/** `deadlines` in government.yaml: a preset, and what differs from it. */
export interface Deadlines {
  preset?: Preset
  triage?: Target
  followUp?: Target
  reporter?: Target
  confirmation?: Target
  offer?: Target
  /** How long a case that was closed for its reporter's silence can be opened again. */
  reopening?: Target
  /** Settlement by class of service, as taxonomy.yaml names them. */
  citizen?: Record<string, Target>
}

/** Local hours in which nobody is woken, "HH:MM"; `from` may lie after `to`: over midnight. */
export interface QuietHours {
  from: string
  to: string
}
