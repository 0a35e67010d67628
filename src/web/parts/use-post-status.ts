import { useEffect, useState } from 'preact/hooks'
import { postStatus } from '../api/posts.ts'
import type { PostStatus } from '../api/wire.ts'

export const isDecided = ({ stage, outcome }: PostStatus): boolean =>
  stage === 'quarantined' || (stage === 'read' && outcome !== null)

const ASK_MILLISECONDS = 700

/** Asks until the post has arrived somewhere. */
export const usePostStatus = (postId: string): PostStatus | null => {
  const [status, setStatus] = useState<PostStatus | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const answer = await postStatus(postId)
      if (answer.kind === 'ok') setStatus(answer.body)
      if (answer.kind === 'ok' && isDecided(answer.body)) return
      timer = setTimeout(() => void ask(), ASK_MILLISECONDS)
    }
    void ask()
    return () => clearTimeout(timer)
  }, [postId])
  return status
}
