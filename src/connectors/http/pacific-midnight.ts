const DAY = 86_400_000
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'America/Los_Angeles',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
})

/** Google's daily quotas begin anew at midnight Pacific time (developers.google.com/youtube/v3). */
export function nextPacificMidnight(now: Date): Date {
  const guess = now.getTime() + DAY - timeOfDay(now.getTime())
  // on the two days a year when the clocks change, the guess is an hour off
  const off = timeOfDay(guess)
  return new Date(off < DAY / 2 ? guess - off : guess + DAY - off)
}

function timeOfDay(at: number): number {
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0)
  const parts = CLOCK.formatToParts(at)
  return ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1000 + (at % 1000)
}
