import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { type ColumnName, type Columns, delimiterOf, readHeading } from './csv-heading.ts'
import { broken, type ReadLine } from './read-line.ts'
import { type ByteStream, textLines } from './text-lines.ts'
import { toPost } from './to-post.ts'

interface Row {
  cells: string[]
  line: number
}

/** A table with a heading; the delimiter is the heading's. */
export async function* readCsv(stream: ByteStream, zone: string): AsyncGenerator<ReadLine> {
  const lines = textLines(stream)
  const { heading, line: begun } = await firstLine(lines)
  const delimiter = delimiterOf(heading)
  const columns = readHeading(await cellsOf(heading, delimiter))
  if (!columns) return yield broken(begun, heading, NO_TEXT)
  let line = begun
  try {
    for await (const row of rows(lines, delimiter)) {
      line = begun + row.line
      yield readRow({ ...row, line }, columns, zone)
    }
  } catch (error) {
    // an open quote swallows all that follows: said as a line, never skipped in silence
    const { code } = error as { code?: string }
    if (!code?.startsWith('CSV_')) throw error
    yield broken(line + 1, '', UNCLOSED)
  }
}

const UNCLOSED = 'mulai baris ini tidak terbaca sampai akhir berkas: tanda kutip tidak ditutup'
const NO_TEXT = 'baris judul tidak memuat kolom teks (teks, text, atau isi)'

/** Skips empty lines and the `sep=;` that Excel likes to read. */
async function firstLine(lines: AsyncIterator<{ line: number; text: string }>) {
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const { line, text } = next.value
    if (text.trim() !== '' && !/^"?sep=/i.test(text)) return { heading: text, line }
  }
  return { heading: '', line: 1 }
}

const cellsOf = async (heading: string, delimiter: string): Promise<string[]> => {
  for await (const { cells } of rows(asLines(heading), delimiter)) return cells
  return []
}

async function* asLines(text: string) {
  yield { text }
}

/** `line` counts from the first line that is handed in. */
async function* rows(
  lines: AsyncIterable<{ text: string }>,
  delimiter: string,
): AsyncGenerator<Row> {
  const parser = parse({
    delimiter,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 4 * 1024 * 1024,
  })
  Readable.from(withEnds(lines))
    .on('error', (error) => parser.destroy(error))
    .pipe(parser)
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[]
    info: { lines: number }
  }>)
    yield { cells: record, line: info.lines }
}

async function* withEnds(lines: AsyncIterable<{ text: string }>) {
  for await (const { text } of lines) yield `${text}\n`
}

function readRow({ cells, line }: Row, columns: Columns, zone: string): ReadLine {
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
  return made.kind === 'post' ? { line, ...made } : broken(line, cells.join(' | '), made.because)
}
