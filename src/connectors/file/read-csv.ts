import { type ColumnName, type Columns, delimiterOf, readHeading } from './csv-heading.ts'
import { type CsvRecord, csvRecords } from './csv-records.ts'
import { broken, type ReadLine } from './read-line.ts'
import { type ByteStream, textLines } from './text-lines.ts'
import { toPost } from './to-post.ts'

const NO_TEXT = 'baris judul tidak memuat kolom teks (teks, text, atau isi)'
const UNCLOSED = 'tanda kutip dibuka tetapi tidak ditutup'

/** A table with a heading; the delimiter is the heading's. */
export async function* readCsv(stream: ByteStream, zone: string): AsyncGenerator<ReadLine> {
  const lines = textLines(stream)
  const heading = await firstLine(lines)
  const delimiter = delimiterOf(heading.text)
  const columns = await columnsOf(heading, delimiter)
  if (!columns) return yield broken(heading.line, heading.text, NO_TEXT)
  for await (const record of csvRecords(lines, delimiter)) {
    const { line, cells, raw } = record
    yield cells === null
      ? broken(line, raw, UNCLOSED)
      : readRow({ ...record, cells }, columns, zone)
  }
}

interface Heading {
  line: number
  text: string
}

/** Skips empty lines and the `sep=;` that Excel likes to read. */
async function firstLine(lines: AsyncIterator<Heading>): Promise<Heading> {
  for (let next = await lines.next(); !next.done; next = await lines.next())
    if (next.value.text.trim() !== '' && !/^"?sep=/i.test(next.value.text)) return next.value
  return { line: 1, text: '' }
}

async function columnsOf(heading: Heading, delimiter: string): Promise<Columns | null> {
  const one = async function* () {
    yield heading
  }
  for await (const { cells } of csvRecords(one(), delimiter)) return readHeading(cells ?? [])
  return null
}

function readRow(
  { line, cells, raw }: CsvRecord & { cells: string[] },
  columns: Columns,
  zone: string,
): ReadLine {
  const cell = (name: ColumnName) => {
    const index = columns[name]
    return (index === undefined ? '' : (cells[index] ?? '')).trim()
  }
  const parentText = cell('parentText')
  const given = {
    id: cell('id'),
    text: cell('text'),
    platform: cell('platform'),
    author: cell('author'),
    postedAt: cell('postedAt'),
    url: cell('url'),
    ...(parentText ? { context: { parentText } } : {}),
  }
  const made = toPost(given, zone)
  return made.kind === 'post' ? { line, ...made } : broken(line, raw, made.because)
}
