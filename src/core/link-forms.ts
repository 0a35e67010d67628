import type { Platform } from './post.ts'

/** One way in which a platform writes the address of a post. Paths are as of 2026. */
export interface LinkForm {
  platform: Platform
  host: RegExp
  /** Named groups: id, author, comment. */
  path: RegExp
  /** Query parameters that hold the id and the comment's id. */
  idFrom?: string
  commentFrom?: string
  externalId?: (parts: LinkParts) => string
  url: (parts: LinkParts) => string
}

export interface LinkParts {
  id: string
  author: string | null
  comment: string | null
  /** The address as it was given, without tracking. */
  page: string
}

const TIKTOK = { platform: 'tiktok', host: /^(www\.|m\.)?tiktok\.com$/ } as const
const INSTAGRAM = { platform: 'instagram', host: /^(www\.|m\.)?instagram\.com$/ } as const
const FACEBOOK = {
  platform: 'facebook',
  host: /^([a-z-]+\.)?(facebook\.com|fb\.com)$/,
  commentFrom: 'comment_id',
  externalId: ({ id, comment }: LinkParts) => (comment ? `${id}_${comment}` : id),
} as const
const YOUTUBE = {
  platform: 'youtube',
  host: /^((www\.|m\.|music\.)?youtube\.com|www\.youtube-nocookie\.com)$/,
  commentFrom: 'lc',
  externalId: ({ id, comment }: LinkParts) => comment ?? id,
  url: ({ id, comment }: LinkParts) =>
    `https://www.youtube.com/watch?v=${id}${comment ? `&lc=${comment}` : ''}`,
} as const
const X = { platform: 'x', host: /^((www|m|mobile)\.)?(x|twitter)\.com$/ } as const
const THREADS = { platform: 'threads', host: /^(www\.)?threads\.(net|com)$/ } as const

/** Facebook's posts open only under the page that shows them. */
const facebookUrl = ({ page }: LinkParts) => page

const atUri = ({ author, id }: LinkParts) => `at://${author}/app.bsky.feed.post/${id}`
const bskyUrl = ({ author, id }: LinkParts) => `https://bsky.app/profile/${author}/post/${id}`
const instagramUrl = ({ id, comment }: LinkParts) =>
  `https://www.instagram.com/p/${id}/${comment ? `c/${comment}/` : ''}`
const xUrl = ({ id }: LinkParts) => `https://x.com/i/status/${id}`

/** The first form that fits is taken. */
export const LINK_FORMS: readonly LinkForm[] = [
  {
    ...TIKTOK,
    path: /^\/@(?<author>[\w.-]+)\/(?:video|photo)\/(?<id>\d{5,25})\/?$/,
    url: ({ author, id }) => `https://www.tiktok.com/@${author}/video/${id}`,
  },
  {
    ...TIKTOK,
    path: /^\/(?:v|embed(?:\/v2)?)\/(?<id>\d{5,25})(?:\.html)?\/?$/,
    url: ({ page }) => page,
  },
  {
    ...TIKTOK,
    path: /^\/t\/(?<id>\w{5,20})\/?$/,
    externalId: ({ id }) => `short:${id}`,
    url: ({ id }) => `https://www.tiktok.com/t/${id}/`,
  },
  {
    platform: 'tiktok',
    host: /^v[mt]\.tiktok\.com$/,
    path: /^\/(?<id>\w{5,20})\/?$/,
    externalId: ({ id }) => `short:${id}`,
    url: ({ id }) => `https://vm.tiktok.com/${id}/`,
  },
  {
    ...INSTAGRAM,
    path: /^\/(?:(?<author>[\w.]+)\/)?(?:p|reels?|tv)\/(?<id>[\w-]{5,40})(?:\/c\/(?<comment>\d+)(?:\/.*)?)?\/?$/,
    externalId: ({ id, comment }) => comment ?? id,
    url: instagramUrl,
  },
  {
    ...FACEBOOK,
    path: /^\/(?:groups\/)?[^/]+\/(?:posts|permalink)\/(?:[^/]+\/)?(?<id>pfbid\w+|\d{5,25})\/?$/,
    url: facebookUrl,
  },
  { ...FACEBOOK, path: /^\/(?:permalink|story)\.php$/, idFrom: 'story_fbid', url: facebookUrl },
  { ...FACEBOOK, path: /^\/watch\/?(?:live\/?)?$/, idFrom: 'v', url: facebookUrl },
  { ...FACEBOOK, path: /^\/photo(?:\.php)?\/?$/, idFrom: 'fbid', url: facebookUrl },
  {
    ...FACEBOOK,
    path: /^\/(?:reel|[^/]+\/videos(?:\/[^/]+)?)\/(?<id>\d{5,25})\/?$/,
    url: facebookUrl,
  },
  {
    ...FACEBOOK,
    path: /^\/share\/(?:[pvr]\/)?(?<id>\w{5,40})\/?$/,
    externalId: ({ id }) => `short:${id}`,
    url: ({ id }) => `https://www.facebook.com/share/${id}/`,
  },
  {
    platform: 'facebook',
    host: /^fb\.watch$/,
    path: /^\/(?<id>[\w-]{5,40})\/?$/,
    externalId: ({ id }) => `short:${id}`,
    url: ({ id }) => `https://fb.watch/${id}/`,
  },
  { ...YOUTUBE, path: /^\/watch\/?$/, idFrom: 'v' },
  { ...YOUTUBE, path: /^\/(?:shorts|live|embed|v)\/(?<id>[\w-]{11})\/?$/ },
  { ...YOUTUBE, host: /^(www\.)?youtu\.be$/, path: /^\/(?<id>[\w-]{11})\/?$/ },
  {
    ...X,
    path: /^\/i\/(?:web\/)?status\/(?<id>\d{1,25})(?:\/.*)?$/,
    url: xUrl,
  },
  {
    ...X,
    path: /^\/(?<author>\w{1,20})\/status(?:es)?\/(?<id>\d{1,25})(?:\/.*)?$/,
    url: xUrl,
  },
  {
    ...THREADS,
    path: /^\/(?:@(?<author>[\w.]+)\/post|t)\/(?<id>[\w-]{5,40})\/?$/,
    url: ({ id }) => `https://www.threads.com/t/${id}`,
  },
  {
    platform: 'bluesky',
    host: /^bsky\.app$/,
    path: /^\/profile\/(?<author>[\w.:-]+)\/post\/(?<id>[\w.~:-]{1,200})\/?$/,
    externalId: atUri,
    url: bskyUrl,
  },
  {
    platform: 'bluesky',
    host: /^at:$/,
    path: /^at:\/\/(?<author>[\w.:-]+)\/app\.bsky\.feed\.post\/(?<id>[\w.~:-]{1,200})$/,
    externalId: atUri,
    url: bskyUrl,
  },
  {
    platform: 'telegram',
    host: /^(t|telegram)\.me$/,
    path: /^\/(?:s\/)?(?<author>[A-Za-z]\w{3,40})\/(?<id>\d{1,12})\/?$/,
    externalId: ({ author, id }) => `${author?.toLowerCase()}/${id}`,
    url: ({ author, id }) => `https://t.me/${author}/${id}`,
  },
]
