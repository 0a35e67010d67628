import { type FakePost, PAGE_SIZE } from '../harness/harness.ts'

/**
 * A list as platforms keep it: newest first, tokens are offsets, so that a new post shifts the
 * pages and the next one overlaps the last.
 */
export class NewestFirst {
  readonly posts: FakePost[] = []
  #empty = false
  #repeat = false

  add(post: FakePost): void {
    this.posts.push(post)
  }

  insertEmptyPage(): void {
    this.#empty = true
  }

  repeatForEver(): void {
    this.#repeat = true
  }

  page(token: string | null): { posts: FakePost[]; next: string | undefined } {
    const offset = Number(token ?? 0)
    if (this.#empty) {
      this.#empty = false
      return { posts: [], next: String(offset) }
    }
    const sorted = [...this.posts].sort((a, b) => b.at.getTime() - a.at.getTime())
    const end = offset + PAGE_SIZE
    const posts = sorted.slice(offset, end)
    if (this.#repeat) return { posts: sorted.slice(0, PAGE_SIZE), next: 'again' }
    return { posts, next: end < sorted.length ? String(end) : undefined }
  }
}
