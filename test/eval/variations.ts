/** More posts than there are: the same ones again, each time with other words left out. */
import type { EvalPost } from './posts.ts'

export function repeatedTo(posts: EvalPost[], wanted: number): EvalPost[] {
  return Array.from({ length: wanted }, (_, at) => {
    const post = posts[at % posts.length] as EvalPost
    const round = Math.floor(at / posts.length)
    return round === 0 ? post : changed(post, round)
  })
}

function changed(post: EvalPost, round: number): EvalPost {
  const words = post.text.split(' ')
  const every = 5 + Math.floor(round / 5)
  const kept = words.filter((_, at) => (at + round) % every !== 0)
  const text = kept.length > 0 ? kept.join(' ') : post.text
  return { ...post, id: `${post.id}/${round}`, text }
}
