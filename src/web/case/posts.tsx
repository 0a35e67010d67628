import { useState } from 'preact/hooks'
import type { CasePost } from '../api/wire.ts'
import { PostCard } from './post-card.tsx'

/** Enough to understand the problem; a viral case has hundreds. */
const SHOWN_FIRST = 8

export const Posts = ({ posts }: { posts: CasePost[] }) => {
  const [all, setAll] = useState(false)
  const shown = all ? posts : posts.slice(0, SHOWN_FIRST)
  return (
    <section aria-label="Kiriman warga">
      <h3>{posts.length === 1 ? 'Kiriman warga' : `${posts.length} kiriman warga`}</h3>
      {shown.map((post) => (
        <PostCard key={post.id} post={post} />
      ))}
      {shown.length < posts.length && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          Tampilkan {posts.length - shown.length} kiriman lainnya
        </button>
      )}
    </section>
  )
}
