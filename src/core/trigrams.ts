/** Three letters in a row of a text in small letters, words parted by one blank. */
const trigramsOf = (text: string): ReadonlySet<string> => {
  const plain = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  const found = new Set<string>()
  for (let at = 0; at + 3 <= plain.length; at++) found.add(plain.slice(at, at + 3))
  return found
}

/** Jaccard's measure of two texts' trigrams, 0 to 1. */
export const similarity = (one: string, other: string): number => {
  const [some, others] = [trigramsOf(one), trigramsOf(other)]
  const shared = [...some].filter((trigram) => others.has(trigram)).length
  const all = some.size + others.size - shared
  return all === 0 ? 0 : shared / all
}
