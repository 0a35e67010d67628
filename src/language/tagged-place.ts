/** The place in a hashtag that is glued to a topic: "#banjirsukaraja", "#jalanrusakoki". */
import { keyOf, type NamedAreas } from './gazetteer.ts'
import { TAG_WORDS } from './place-cues.ts'

export interface Tagged {
  named: NamedAreas
  /** Letters of the tag that are the name. */
  cut: [number, number]
}

const SHORTEST = 3

export function taggedPlace(
  tag: string,
  lookup: (key: string) => NamedAreas | undefined,
): Tagged | null {
  const whole = lookup(keyOf(tag))
  if (whole) return { named: whole, cut: [0, tag.length] }
  const from = lengthOf(START, tag)
  const tail = lengthOf(END, tag.slice(from))
  for (const [start, end] of [
    [from, tag.length],
    [from, tag.length - tail],
    [0, tag.length - tail],
  ] as const) {
    if (start === 0 && end === tag.length) continue
    const key = keyOf(tag.slice(start, end))
    const named = key.length >= SHORTEST ? lookup(key) : undefined
    if (named) return { named, cut: [start, end] }
  }
  return null
}

const lengthOf = (pattern: RegExp, text: string) => pattern.exec(text)?.[0].length ?? 0
const { START, END } = TAG_WORDS
