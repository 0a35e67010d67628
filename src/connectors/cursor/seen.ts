import { createHash } from 'node:crypto'

/** Ids are kept as short marks: a cursor is written with every page. 72 bits do not meet by chance. */
export const markOf = (id: string): string =>
  createHash('sha256').update(id).digest('base64url').slice(0, 12)

/** Those not seen before, each once, in order. */
export function unseen<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  seen: readonly string[],
): Item[] {
  const known = new Set(seen)
  return items.filter((item) => {
    const mark = markOf(idOf(item))
    if (known.has(mark)) return false
    known.add(mark)
    return true
  })
}

/** The newest marks first, never more than `limit`. */
export const remember = (
  seen: readonly string[],
  ids: readonly string[],
  limit: number,
): string[] => [...new Set([...ids.map(markOf), ...seen])].slice(0, limit)
