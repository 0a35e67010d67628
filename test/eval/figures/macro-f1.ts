export interface Said {
  meant: string
  said: string
}

/** Mean of F1 over the labels that occur, each counted alike however rare. */
export function macroF1(pairs: Said[]): number {
  const counts = new Map<string, { right: number; meant: number; said: number }>()
  const countOf = (label: string) => {
    const count = counts.get(label) ?? { right: 0, meant: 0, said: 0 }
    counts.set(label, count)
    return count
  }
  for (const { meant, said } of pairs) {
    countOf(meant).meant++
    countOf(said).said++
    if (meant === said) countOf(meant).right++
  }
  const scores = [...counts.values()]
    .filter((count) => count.meant > 0)
    .map(({ right, meant, said }) => (2 * right) / (meant + said))
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}
