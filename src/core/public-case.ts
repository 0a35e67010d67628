import type { Place } from './reading.ts'

/** Health and social affairs: a street and an illness together name a person (UU 27/2022 art. 4). */
const SENSITIVE = /^(kes|sos)\./
const COARSE: ReadonlySet<string> = new Set(['district', 'regency', 'province'])

/** As much of the place as everybody may read. */
export const publicPlace = (category: string, place: Place | null): string | null => {
  if (!place) return null
  return SENSITIVE.test(category) && !COARSE.has(place.level) ? null : place.name
}
