/** What is taken for what; texts only of our own posts and only where asked for. */
import type { Answer } from './by-writer.ts'
import type { Sheet } from './sheet.ts'

const MOST = 20
const EXCERPT = 110

interface Confusion {
  show: boolean
  pair(answer: Answer): string
}

/** The commonest mistakes of a list that holds nothing else. */
export function tellWrong(sheet: Sheet, wrong: Answer[], { show, pair }: Confusion): void {
  const pairs = new Map<string, Answer[]>()
  for (const answer of wrong) pairs.set(pair(answer), [...(pairs.get(pair(answer)) ?? []), answer])
  const worst = [...pairs].sort((a, b) => b[1].length - a[1].length).slice(0, MOST)
  for (const [key, list] of worst) {
    sheet.line(`${String(list.length).padStart(4)} ${key}`)
    if (show) for (const { post } of list.slice(0, 2)) sheet.line(`       ${excerpt(post)}`)
  }
}

/** Mistakes of which each one matters, by their ids. */
export function tellEach(sheet: Sheet, name: string, wrong: Answer[], show: boolean): void {
  if (wrong.length === 0) return
  const ids = wrong.slice(0, MOST * 2).map(({ post }) => post.id)
  sheet.line(`${name}: ${ids.join(' ')}${wrong.length > ids.length ? ' …' : ''}`)
  if (!show) return
  for (const { post, reading } of wrong.slice(0, MOST * 2)) {
    sheet.line(`   [${post.kind} ${post.category} ${post.place ?? ''}] ${excerpt(post)}`)
    sheet.line(
      `     → ${reading.kind} ${reading.category} ${reading.urgency} ${reading.place?.name ?? ''} | ${reading.because[0]}`,
    )
  }
}

const excerpt = ({ id, text }: Answer['post']) =>
  `${id} ${text.slice(0, EXCERPT).replaceAll('\n', ' ')}`
