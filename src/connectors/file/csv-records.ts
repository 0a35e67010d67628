import { parse } from 'csv-parse/sync'

export interface CsvRecord {
  /** Where it begins. */
  line: number
  /** null: a quote was opened and never closed. */
  cells: string[] | null
  raw: string
}

interface Line {
  line: number
  text: string
}

/** A quoted text over more lines than this was never meant to be one. */
const MOST_LINES = 200

/**
 * Lines → records, which may span lines within quotes. A quote left open costs its own line only:
 * those behind it are read again, instead of being swallowed to the end of the file.
 */
export async function* csvRecords(
  lines: AsyncIterator<Line>,
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  let again: Line[] = []
  for (;;) {
    const { taken, open } = await takeRecord(again, lines, delimiter)
    const [first] = taken
    if (!first) return
    again = open ? [...taken.slice(1), ...again.slice(taken.length)] : again.slice(taken.length)
    const raw = open ? first.text : taken.map(({ text }) => text).join('\n')
    if (raw.trim() !== '')
      yield { line: first.line, raw, cells: open ? null : cellsOf(raw, delimiter) }
  }
}

/** From the lines that are read again, then from the file, until no quote is open. */
async function takeRecord(again: Line[], lines: AsyncIterator<Line>, delimiter: string) {
  const taken: Line[] = []
  let open = false
  do {
    const line = again[taken.length] ?? (await nextOf(lines))
    if (line === null) break
    taken.push(line)
    open = leavesOpen(line.text, delimiter, open)
  } while (open && taken.length < MOST_LINES)
  return { taken, open }
}

const nextOf = async (lines: AsyncIterator<Line>): Promise<Line | null> => {
  const next = await lines.next()
  return next.done ? null : next.value
}

/** Whether a quoted cell goes on in the next line, by the same rules as `relax_quotes`. */
function leavesOpen(text: string, delimiter: string, begun: boolean): boolean {
  let open = begun
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!open) open = at === 0 || text[at - 1] === delimiter
    else if (text[at + 1] === '"') at++
    else if (at + 1 === text.length || text[at + 1] === delimiter) open = false
  }
  return open
}

function cellsOf(text: string, delimiter: string): string[] | null {
  try {
    const options = { delimiter, relax_quotes: true, relax_column_count: true }
    return (parse(text, options) as string[][])[0] ?? null
  } catch {
    return null
  }
}
