import type { Reference } from '../api/wire.ts'

type Category = Reference['categories'][number]

const SHOWN = 8

/** Every word that was typed must begin a word of the label, the group or the id. */
export const matchCategories = (all: readonly Category[], typed: string): Category[] => {
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return []
  const hits = all.filter(({ id, label, group }) => {
    const words = wordsOf(`${label} ${group} ${id}`)
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  })
  return hits.slice(0, SHOWN)
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
