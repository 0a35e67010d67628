/** Moments as an office writes them, in the zone of the government that looks. */
export interface Zone {
  timezone: string
  label: string
}

const DATE = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const SHORT_DATE = { weekday: 'short', day: 'numeric', month: 'short' } as const
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** "Rabu, 12 Agustus 2026 pukul 10.00 WIB" */
export const fullMoment = (iso: string, zone: Zone): string =>
  `${inZone(iso, zone, DATE)} pukul ${clockTime(iso, zone)} ${zone.label}`

/** "Rab, 12 Agu 10.00" — for rows, where the full moment is the tooltip. */
export const shortMoment = (iso: string, zone: Zone): string =>
  `${inZone(iso, zone, SHORT_DATE)} ${clockTime(iso, zone)}`

/** "10.00" */
export const clockTime = (iso: string, zone: Zone): string =>
  inZone(iso, zone, TIME).replace(':', '.')

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "baru saja", "12 menit", "3 jam", "5 hari": how long ago, one unit only. */
export const age = (iso: string, now: number): string => {
  const passed = now - Date.parse(iso)
  if (passed < MINUTE) return 'baru saja'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} menit`
  if (passed < DAY) return `${Math.floor(passed / HOUR)} jam`
  return `${Math.floor(passed / DAY)} hari`
}

/** "45 menit", "1 jam 20 menit", "2 hari 3 jam": a length of time, at most two units. */
export const span = (milliseconds: number): string => {
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE))
  if (minutes < 60) return `${minutes} menit`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return together(hours, 'jam', minutes % 60, 'menit')
  return together(Math.floor(hours / 24), 'hari', hours % 24, 'jam')
}

/** "24 mnt", "2 j 11 mnt", "1 hr 3 j": the same for narrow places. */
export const shortSpan = (milliseconds: number): string => {
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE))
  if (minutes < 60) return `${minutes} mnt`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return together(hours, 'j', minutes % 60, 'mnt')
  return together(Math.floor(hours / 24), 'hr', hours % 24, 'j')
}

const together = (big: number, bigUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`

/** What a `datetime-local` field shows for this moment, in the government's zone. */
export const fieldMoment = (iso: string, { timezone }: Zone): string => {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(iso))
  return parts.replace(' ', 'T')
}

/** The moment that a `datetime-local` field means in the government's zone; null for a bad text. */
export const momentOfField = (text: string, zone: Zone): string | null => {
  const asUtc = Date.parse(`${text}Z`)
  if (Number.isNaN(asUtc)) return null
  const shown = Date.parse(`${fieldMoment(new Date(asUtc).toISOString(), zone)}Z`)
  const minute = Math.floor(asUtc / MINUTE) * MINUTE
  return new Date(asUtc - (shown - minute)).toISOString()
}

const inZone = (iso: string, zone: Zone, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('id-ID', { ...how, timeZone: zone.timezone }).format(new Date(iso))
