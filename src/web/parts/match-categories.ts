import type { Reference } from '../api/wire.ts'

type Category = Pick<Reference['categories'][number], 'id' | 'label' | 'group'>

const SHOWN = 8

/** Every word that was typed must begin a word of the label, the group or the id: what is named so first. */
export const matchCategories = (all: readonly Category[], typed: string): Category[] => {
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return []
  const hits = all.filter(({ id, label, group }) => begins(wanted, `${label} ${group} ${id}`))
  const named = hits.filter(({ id }) => begins(wanted, id))
  return [...new Set([...named, ...hits])].slice(0, SHOWN)
}

const begins = (wanted: string[], text: string): boolean => {
  const words = wordsOf(text)
  return wanted.every((start) => words.some((word) => word.startsWith(start)))
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
