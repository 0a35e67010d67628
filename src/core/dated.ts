/** What a decree sets holds from one day to another, both included: "2022-01-12". */
export interface Dated {
  from?: string | null | undefined
  until?: string | null | undefined
}

/** Without a day (a post that does not say when): what holds to this day. */
export const isInForce = ({ from, until }: Dated, on: string | null): boolean =>
  on === null ? !until : (!from || from <= on) && (!until || on <= until)

const DAY = /^\d{4}-\d{2}-\d{2}$/

export const isDay = (text: string): boolean => {
  if (!DAY.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
