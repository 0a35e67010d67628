/** What was measured: said line by line as it comes, and kept for `--json`. */
import { type Interval, wilson } from './interval.ts'

export interface Figure extends Partial<Interval> {
  name: string
  /** Null where there was nothing to measure. */
  value: number | null
  n?: number
  unit?: string
}

export interface Sheet {
  section(title: string): void
  heading(text: string): void
  /** A share of a list, with its interval. */
  share(name: string, hits: number, n: number): void
  figure(figure: Figure): void
  line(text: string): void
  figures(): Record<string, Figure[]>
}

export function createSheet(write: (line: string) => void): Sheet {
  const kept: Record<string, Figure[]> = {}
  let own: Figure[] = []
  let under = ''
  const figure = (given: Figure) => {
    own.push({ ...given, name: under ? `${under}: ${given.name}` : given.name })
    write(`  ${given.name.padEnd(56)} ${written(given)}`)
  }
  return {
    section(title) {
      own = []
      under = ''
      kept[title] = own
      write(`\n== ${title}`)
    },
    heading(text) {
      under = text
      write(`\n  -- ${text}`)
    },
    share(name, hits, n) {
      if (n === 0) figure({ name, value: null, n })
      else figure({ name, value: hits / n, n, ...wilson(hits, n) })
    },
    figure,
    line: (text) => write(`     ${text}`),
    figures: () => kept,
  }
}

function written({ value, n, low, high, unit = '' }: Figure): string {
  if (value === null) return 'nothing to measure'
  const isCount = n === undefined && low === undefined && Number.isInteger(value)
  if (isCount) return `${value} ${unit}`.trimEnd()
  const bounds = low === undefined || high === undefined ? '' : ` (${short(low)} to ${short(high)})`
  const count = n === undefined ? '' : `  n=${n}`
  return `${short(value)}${unit && ` ${unit}`}${bounds}${count}`
}

function short(value: number): string {
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(3)
}
