/** Dates as Indonesian offices write them; a time without a zone is the government's own. */
const ZONES: Record<string, number> = { WIB: 7, WITA: 8, WIT: 9 }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des']

const TIME = String.raw`(?:[ T,]+(?:pukul )?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?`
const YEAR_FIRST = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${TIME}`)
const DAY_FIRST = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})${TIME}`)
const IN_WORDS = new RegExp(`^(\\d{1,2}) ([a-z]{3,9}) (\\d{4})${TIME}`, 'i')

/** "2026-11-18 09:30", "18/11/2026 09.30", "18 November 2026 09:30"; null where it is no date. */
export const readMoment = (text: string, zone: string): Date | null => {
  const said = text.trim()
  if (/(Z|[+-]\d{2}:?\d{2})$/.test(said) && said.includes('T')) return existing(new Date(said))
  const parts = partsOf(said)
  if (!parts) return null
  const [year, month, day, hour = 0, minute = 0, second = 0] = parts
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  const same = local.getUTCMonth() === month - 1 && local.getUTCDate() === day && hour < 24
  return same ? existing(new Date(local.getTime() - (ZONES[zone] ?? 7) * 3_600_000)) : null
}

const existing = (moment: Date): Date | null => (Number.isNaN(moment.getTime()) ? null : moment)

type Parts = [year: number, month: number, day: number, ...time: number[]]

const partsOf = (said: string): Parts | null => {
  const iso = YEAR_FIRST.exec(said)
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3]), ...timeOf(iso)]
  const usual = DAY_FIRST.exec(said)
  if (usual) return [Number(usual[3]), Number(usual[2]), Number(usual[1]), ...timeOf(usual)]
  const words = IN_WORDS.exec(said)
  const month = words ? MONTHS.indexOf((words[2] ?? '').slice(0, 3).toLowerCase()) + 1 : 0
  return words && month > 0 ? [Number(words[3]), month, Number(words[1]), ...timeOf(words)] : null
}

const timeOf = (found: RegExpExecArray): number[] =>
  found.slice(4, 7).map((part) => Number(part ?? 0))
