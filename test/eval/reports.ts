/** Real reports to LAPOR! and when a reading of one is right. Nothing of their texts is ever said. */
import type { Taxonomy } from '../../src/core/configuration.ts'
import type { ReadablePost, Reading } from '../../src/core/reading.ts'
import type { Reader } from '../../src/language/reader.ts'

export type Report = ReadablePost & { functions: string[]; affair: string }

export interface Judged {
  report: Report
  reading: Reading
  first: boolean
  three: boolean
}

/** Right: the function, or any owner of the category, is among those that count as right. */
export function judgeAll(reports: Report[], reader: Reader, owners: Owners): Judged[] {
  return reports.map((report) => {
    const reading = reader.read(report)
    const covers = (category: string) => isCovered(owners, category, report)
    const first = report.functions.includes(reading.function ?? '') || covers(reading.category)
    return { report, reading, first, three: first || reading.alternatives.some(covers) }
  })
}

export type Owners = Map<string, string[]>

export function ownersOf({ categories }: Taxonomy): Owners {
  const codes = (owner: Record<string, string | null>) =>
    Object.values(owner).filter((code): code is string => code !== null)
  return new Map(categories.map(({ id, owner }) => [id, codes({ ...owner })]))
}

export function isCovered(owners: Owners, category: string, { functions }: Report): boolean {
  return owners.get(category)?.some((code) => functions.includes(code)) ?? false
}
