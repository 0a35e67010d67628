import { PLATFORM_LABELS } from '../../core/post.ts'
import type { CasePost } from '../api/wire.ts'
import { safeLink } from '../format/links.ts'
import { CaseMarks } from '../parts/case-marks.tsx'
import { Icon } from '../parts/icon.tsx'
import { Moment } from '../parts/moment.tsx'

/** A citizen's post as it was when it came in; what it said stays readable after it is deleted. */
export const PostCard = ({ post }: { post: CasePost }) => (
  <article class="post">
    <header class="post-head">
      <span class="platform">{PLATFORM_LABELS[post.platform]}</span>
      {post.authorHandle && <span class="handle">{post.authorHandle}</span>}
      <CaseMarks row={{ confidential: false, sample: post.sample, history: post.history }} />
      {post.sharedFrom && <span class="muted">dibagikan dari {post.sharedFrom}</span>}
      <span class="post-time">
        <Moment at={post.postedAt ?? post.receivedAt} />
        {!post.postedAt && ' (waktu diterima)'}
      </span>
    </header>
    {post.parentText && (
      <blockquote class="parent">
        <span class="muted">Membalas{post.account ? ` di ${post.account}` : ''}:</span>{' '}
        {post.parentText}
      </blockquote>
    )}
    {post.part && <PartOfSeveral part={post.part} />}
    <p class="post-text">{post.text}</p>
    {post.attachmentId && <Screenshot attachmentId={post.attachmentId} />}
    <PostLink post={post} />
  </article>
)

/** One citizen, several problems, several desks: each sees which part is theirs. */
const PartOfSeveral = ({ part }: { part: NonNullable<CasePost['part']> }) => (
  <div class="part-of-several">
    <p>
      <Icon name="copy" /> Bagian {part.number} dari {part.of} aduan dalam kiriman ini
      {part.sisters.map(({ number, caseId, code }) => (
        <span key={number}>
          {' · '}
          <a class="code" href={`/kasus/${caseId}`}>
            bagian {number}: {code}
          </a>
        </span>
      ))}
    </p>
    {part.whole && (
      <details>
        <summary>Kiriman selengkapnya</summary>
        <p class="post-text">{part.whole}</p>
      </details>
    )}
  </div>
)

const Screenshot = ({ attachmentId }: { attachmentId: string }) => (
  <a class="screenshot" href={`/api/attachments/${attachmentId}`} target="_blank" rel="noopener">
    <img src={`/api/attachments/${attachmentId}`} alt="Tangkapan layar kiriman" loading="lazy" />
  </a>
)

const PostLink = ({ post }: { post: CasePost }) => {
  const link = safeLink(post.url)
  if (!link) return null
  return (
    <a class="post-link" href={link} target="_blank" rel="noopener noreferrer">
      <Icon name="open" /> Lihat di {PLATFORM_LABELS[post.platform]}
    </a>
  )
}
