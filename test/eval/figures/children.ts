/** Several complaints in one post: are the further ones found, and none made up? */
import type { Reading } from '../../../src/core/reading.ts'
import type { Answer } from '../by-writer.ts'
import type { Sheet } from '../sheet.ts'

export function tellChildren(sheet: Sheet, answers: Answer[]): void {
  sheet.heading('several complaints in one post')
  const several = answers.filter(({ post }) => (post.children?.length ?? 0) > 0)
  const single = answers.filter(({ post }) => (post.children?.length ?? 0) === 0)
  const wanted = several.flatMap(({ post, reading }) =>
    (post.children ?? []).map((category) => topicsOf(reading).includes(category)),
  )
  const said = several.flatMap(({ post, reading }) =>
    childrenOf(reading).map((child) => [post.category, ...(post.children ?? [])].includes(child)),
  )
  sheet.share('children found', wanted.filter(Boolean).length, wanted.length)
  sheet.share('children that were meant, of those named', said.filter(Boolean).length, said.length)
  const split = single.filter(({ reading }) => childrenOf(reading).length > 0)
  sheet.share('posts with one complaint that were split', split.length, single.length)
}

/** Which of several complaints is the first one is a matter of taste. */
const topicsOf = (reading: Reading) => [reading.category, ...childrenOf(reading)]

function childrenOf(reading: Reading & { children?: unknown }): string[] {
  if (!Array.isArray(reading.children)) return []
  return reading.children.map((child) =>
    typeof child === 'string' ? child : String((child as { category: string }).category),
  )
}
