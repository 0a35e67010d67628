/** A spreadsheet runs a cell that begins like a formula, also in full width: it is made text. */
const FORMULA = /^[\s\u200B\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

export type Cell = string | number | boolean | null

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

const csvCell = (cell: Cell): string => {
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'ya' : 'tidak'
  const text = cell ?? ''
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
