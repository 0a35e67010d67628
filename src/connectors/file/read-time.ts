/** 2026-11-21 08:30, 2026-11-21T08:30:00Z, 2026-11-21T08.30+07:00, 2026-11-21 */
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(.+))?$/
/** 21/11/2026 08.30, 21-11-2026, 21.11.2026: the day comes first in Indonesia. */
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,T]+(.+))?$/
const CLOCK =
  /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d{2}(?::?\d{2})?|WIB|WITA|WIT)?$/i
const ZONES: Record<string, string> = { z: '+00:00', wib: '+07:00', wita: '+08:00', wit: '+09:00' }

/** No moment is written longer; a page of blanks would be tried in every way there is. */
const LONGEST = 60

/** Null for what is no moment; a time without a zone is in `zone` ("+07:00"). */
export function readTime(text: string, zone: string): Date | null {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST) return null
  const [, year, month, day, clock] =
    YEAR_FIRST.exec(trimmed) ?? turned(DAY_FIRST.exec(trimmed)) ?? []
  if (!year || !month || !day) return null
  const time = clock === undefined ? ['', '0', '00'] : CLOCK.exec(clock.trim())
  if (!time) return null
  const [, hour = '0', minute = '00', second = '00', said] = time
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}`
  const at = new Date(`${iso}${offsetOf(said) ?? zone}`)
  return Number.isNaN(at.getTime()) || !isDay(iso) ? null : at
}

const turned = (found: RegExpExecArray | null) =>
  found && [found[0], found[3], found[2], found[1], found[4]]

const two = (digits: string): string => digits.padStart(2, '0')

/** 31 February reads as 3 March elsewhere; here it is no day. */
const isDay = (iso: string): boolean => {
  const at = new Date(`${iso}Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso.slice(0, 10))
}

function offsetOf(said: string | undefined): string | null {
  if (said === undefined) return null
  const [, hours, minutes = '00'] = /^([+-]\d{2}):?(\d{2})?$/.exec(said) ?? []
  return ZONES[said.toLowerCase()] ?? `${hours}:${minutes}`
}
