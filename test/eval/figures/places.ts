/** Is the named place found, and is none invented? */
import type { Reading } from '../../../src/core/reading.ts'
import type { Answer } from '../by-writer.ts'
import { tellEach } from '../confusion.ts'
import type { Sheet } from '../sheet.ts'
import { serviceOf } from './topic.ts'

export function tellPlaces(sheet: Sheet, answers: Answer[], show: boolean): void {
  sheet.heading('places')
  const own = answers.filter(({ post }) => post.government)
  tell(sheet, 'with the government', own, ({ reading }) => reading)
  tell(sheet, 'nationwide', answers, ({ nationwide }) => nationwide)
  const bare = answers.filter(({ post, nationwide }) => !post.place && nationwide.place)
  if (show) tellEach(sheet, 'invented, nationwide', bare, show)
  const named = own.filter(({ post, reading }) => post.place && !isPlaceFound(post, reading))
  if (show) tellEach(sheet, 'missed, with the government', named, show)
}

function tell(sheet: Sheet, how: string, answers: Answer[], of: (answer: Answer) => Reading) {
  const service = serviceOf(answers)
  const named = service.filter(({ post }) => post.place)
  const hit = named.filter((answer) => isPlaceFound(answer.post, of(answer)))
  const other = named.filter((answer) => of(answer).place !== null && !hit.includes(answer))
  sheet.share(`${how}: found where named (service matter)`, hit.length, named.length)
  sheet.share(`${how}: another place than the named one`, other.length, named.length)
  for (const [which, list] of [
    ['service matter', service],
    ['all', answers],
  ] as const) {
    const bare = list.filter(({ post }) => !post.place)
    const invented = bare.filter((answer) => of(answer).place !== null)
    sheet.share(`${how}: invented where none is named (${which})`, invented.length, bare.length)
  }
}

/** "Jl. Hibrida" and "hibrida" are one place; a different name is none. */
export function isPlaceFound(wanted: { place?: string | null }, { place }: Reading): boolean {
  const key = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const [a, b] = [key(wanted.place ?? ''), key(place?.name ?? '')]
  return b !== '' && (a.includes(b) || b.includes(a))
}
