const WIDTH = 30
const EVERY_MS = 200

/** A progress bar on stderr; only a line at the end where nobody watches a terminal. */
export const meter = (label: string, total: number) => {
  const watched = process.stderr.isTTY
  let last = 0
  const draw = (share: number) => {
    const full = Math.round(share * WIDTH)
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full)
    process.stderr.write(`\r${label} ${bar} ${Math.round(share * 100)} %`)
  }
  return {
    at: (value: number) => {
      const now = performance.now()
      if (!watched || now - last < EVERY_MS) return
      last = now
      draw(total > 0 ? Math.min(1, value / total) : 1)
    },
    done: () => {
      if (watched) draw(1)
      process.stderr.write(watched ? '\n' : `${label}: selesai.\n`)
    },
  }
}
