/** A table as offices save it: RFC 4180, cut at comma, semicolon or tab, whichever its heading uses. */
export interface CsvRow {
  /** Line of the file at which the row begins, the heading being 1. */
  line: number
  cells: string[]
  raw: string
}

const SEPARATORS = [';', ',', '\t'] as const

/** Never throws: an unclosed quote takes the rest of the file, and the row is short. */
export function csvRows(text: string): CsvRow[] {
  const body = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(body)
  const rows: CsvRow[] = []
  let line = 1
  let at = 0
  while (at < body.length) {
    const row = readRow(body, at, separator)
    const raw = body.slice(at, row.end)
    if (raw.trim()) rows.push({ line, cells: row.cells, raw: raw.trimEnd() })
    line += raw.split('\n').length - 1
    at = row.end
  }
  return rows
}

function separatorOf(body: string): string {
  const heading = body.slice(0, body.indexOf('\n') + 1 || body.length)
  const counted = SEPARATORS.map((each) => [each, heading.split(each).length] as const)
  return counted.sort((one, other) => other[1] - one[1])[0]?.[0] ?? ','
}

function readRow(body: string, start: number, separator: string) {
  const cells: string[] = []
  let at = start
  for (;;) {
    const cell = body[at] === '"' ? quoted(body, at) : plain(body, at, separator)
    cells.push(cell.text.trim())
    at = cell.end
    if (body[at] === separator) at += 1
    else return { cells, end: endOfLine(body, at) }
  }
}

/** Behind the line break that follows; what stands between a closing quote and it is dropped. */
function endOfLine(body: string, at: number): number {
  const found = body.indexOf('\n', at)
  return found < 0 ? body.length : found + 1
}

function plain(body: string, start: number, separator: string) {
  let end = start
  while (end < body.length && body[end] !== separator && body[end] !== '\n') end += 1
  return { text: body.slice(start, end), end }
}

function quoted(body: string, start: number) {
  let text = ''
  let at = start + 1
  for (;;) {
    const quote = body.indexOf('"', at)
    if (quote < 0) return { text: text + body.slice(at), end: body.length }
    text += body.slice(at, quote)
    if (body[quote + 1] !== '"') return { text, end: quote + 1 }
    text += '"'
    at = quote + 2
  }
}
