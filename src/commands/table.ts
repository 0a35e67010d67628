/** Rows as a plain table; numbers stand to the right. */
export const table = (head: string[], rows: (string | number)[][]): string => {
  const cells = [head, ...rows.map((row) => row.map(String))]
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  const isNumber = head.map((_, at) => rows.every((row) => typeof row[at] === 'number'))
  const line = (row: string[]) =>
    row
      .map((cell, at) =>
        isNumber[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return `${cells.map((row) => `  ${line(row)}\n`).join('')}`
}
