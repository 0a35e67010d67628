import { refused } from '../refused.ts'

export const iso = (date: Date): string => date.toISOString()
export const isoOrNull = (date: Date | null): string | null => date?.toISOString() ?? null

/** No citizen posted before there were platforms, nor in the future. */
const EARLIEST = Date.UTC(2000, 0, 1)

/** A moment that a person stated; the schema checked its form, not its sense. */
export const instant = (text: string, now: Date): Date => {
  const date = new Date(text)
  // A minute of grace: clocks of desks differ.
  if (!(date.getTime() >= EARLIEST && date.getTime() <= now.getTime() + 60_000))
    throw refused('invalid-input', 'Waktu tidak masuk akal atau berada di masa depan.')
  return date > now ? now : date
}
