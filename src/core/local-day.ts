const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Hours ahead of UTC, by the label that people know; no zone of Indonesia has summer time. */
const AHEAD: Record<string, number> = { WIB: 7, WITA: 8, WIT: 9 }

/** The midnight with which the local day of a moment began. */
export const localDay = (moment: Date, zoneLabel: string): Date => {
  const ahead = (AHEAD[zoneLabel] ?? 7) * HOUR
  return new Date(Math.floor((moment.getTime() + ahead) / DAY) * DAY - ahead)
}
