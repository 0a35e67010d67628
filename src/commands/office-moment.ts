/** A moment as the wall of the office shows it: "25 November 2026 pukul 17.26 WIB". */
export const officeMoment = (
  at: Date,
  { timezone, zoneLabel }: { timezone: string; zoneLabel: string },
): string => {
  const shown = { timeZone: timezone, dateStyle: 'long', timeStyle: 'short' } as const
  return `${new Intl.DateTimeFormat('id-ID', shown).format(at)} ${zoneLabel}`
}
