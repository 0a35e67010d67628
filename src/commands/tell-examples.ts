import type { ExamplesTried, Stray } from '../reading/try-examples.ts'

const WHAT = { kind: 'jenis', category: 'kategori', agency: 'pengampu' }

export const tellExamples = ({ tried, strays }: ExamplesTried): string => {
  const sum = `${tried.governments} contoh pemerintah daerah dan ${tried.taxonomy} contoh kategori dibaca`
  if (strays.length === 0) return `${sum}: semua mendarat di tempatnya.\n`
  return `${sum}; ${strays.length} mendarat di tempat lain:\n${strays.map(tellStray).join('')}`
}

const tellStray = ({ government, text, wrong }: Stray): string => {
  const where = government ? `governments/${government}/examples.yaml` : 'taxonomy.yaml'
  const how = wrong.map(
    ({ what, said, read }) => `${WHAT[what]} ${said ?? 'tidak ada'}, dibaca ${read ?? 'tidak ada'}`,
  )
  return `  ${where}: "${short(text)}"\n    → ${how.join('; ')}\n`
}

const LONG = 90

const short = (text: string): string => {
  const letters = [...text]
  return letters.length <= LONG ? text : `${letters.slice(0, LONG - 1).join('')}…`
}
