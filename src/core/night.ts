/** Hours in which nobody waits for the machine: between one and five in the morning, local time. */
const FIRST = 1
const END = 5

export const isNight = (now: Date, timeZone: string): boolean => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })
  const hour = Number(format.format(now))
  return hour >= FIRST && hour < END
}
