/** A spreadsheet runs a cell that begins like a formula, also in full width: it is made text. */
const FORMULA = /^[\s\u200B\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/** Excel on an Indonesian desk cuts at `;` first, also inside quotes: there a formula may begin too. */
const INNER_FORMULA = /([;\t\r\n][ \u200B\uFEFF]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g

export type Cell = string | number | boolean | null

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

const csvCell = (cell: Cell): string => {
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'ya' : 'tidak'
  const text = cell ?? ''
  const inner = text.replace(INNER_FORMULA, "$1'")
  const safe = FORMULA.test(text) ? `'${inner}` : inner
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
