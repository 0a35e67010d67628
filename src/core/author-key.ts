/** One citizen on one platform; an unknown author counts as a person of their own. */
export const authorKeyOf = (post: {
  id: string
  platform: string
  authorId: string | null
  authorHandle: string | null
  /** Parts of one post are one citizen's, whether or not we know whose. */
  partOf?: string | null
}): string => {
  const name = post.authorId ?? post.authorHandle?.toLowerCase().replace(/^@/, '')
  return name ? `${post.platform}:${name}` : `post:${post.partOf ?? post.id}`
}
