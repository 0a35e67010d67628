/** Rows of the ledger by key: the next one at which there is something to do. */
export const stepLedger = (by: 1 | -1): void => {
  const stops = [...document.querySelectorAll('.ledger-row')].filter((row) => row.querySelector(DO))
  const from = stops.findIndex((row) => row.contains(document.activeElement))
  const to = stops[from === -1 ? 0 : from + by] ?? stops[from]
  to?.querySelector<HTMLElement>(DO)?.focus()
}

const DO = 'button, a'
