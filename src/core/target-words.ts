import type { Target } from './deadline-settings.ts'

const HOUR = 60
const DAY = 24 * HOUR

/** A length of time as a citizen reads it: "10 hari kerja", "6 jam", "30 hari", "90 menit kerja". */
export const inWords = (target: Target): string => {
  if ('workingDays' in target) return `${target.workingDays} hari kerja`
  if ('minutes' in target) return wallWords(target.minutes)
  const { workingMinutes } = target
  return workingMinutes % HOUR === 0
    ? `${workingMinutes / HOUR} jam kerja`
    : `${workingMinutes} menit kerja`
}

/** Two days are said in hours still: "1x24 jam" is what the decrees say. */
const wallWords = (minutes: number): string => {
  if (minutes % DAY === 0 && minutes > 2 * DAY) return `${minutes / DAY} hari`
  return minutes % HOUR === 0 ? `${minutes / HOUR} jam` : `${minutes} menit`
}
