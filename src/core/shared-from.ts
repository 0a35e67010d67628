/**
 * Whom a post only repeats: "RT @warga: …" with nothing of its own before or after, or a quotation
 * under which nobody says more than "tolong min 👇". A quotation with words of one's own is a post of
 * one's own.
 */
import type { QuotedPost, ReadablePost } from './reading.ts'

const REPOST =
  /^\s*(?:rt|repost|reposted|regram|qrt)\s*(?:from\s+)?(@[\w.]{1,60})\s*[:：]?\s*(\S[\s\S]*)$/i
const ADDED = /(?:<<|>>|«|»|\n\s*(?:saya|kami|aku|gue))/i

/** "@warga", or null for words of one's own. `quotes`: by the platform's own reference. */
export function sharedFrom(text: string, quotes?: QuotedPost): string | null {
  const said = text.slice(0, MOST_LETTERS)
  const [, author, repeated] = REPOST.exec(said) ?? []
  if (author && repeated && !ADDED.test(repeated)) return author
  if (!quotes || !addsNothing(said)) return null
  return quotes.author ? `@${quotes.author.replace(/^@/, '')}`.slice(0, 80) : 'kiriman lain'
}

/**
 * The post as it is read: who only repeats is read by the words that are repeated, and who quotes, as
 * one who answers them.
 */
export function asHeard<Post extends ReadablePost>(post: Post): Post {
  const quotes = post.context?.quotes
  if (!quotes?.text) return post
  if (sharedFrom(post.text, quotes) !== null)
    return addsNothing(post.text) ? { ...post, text: quotes.text } : post
  return { ...post, context: { parentText: quotes.text, ...post.context } }
}

const MOST_LETTERS = 2000

/** Calls for attention: no other citizen, no other place, nothing that was seen. */
const CALLS = new Set(
  `up sundul min mimin admin kak bang pak bapak bu ibu gub gubernur bupati wali walikota wako pemkab
   pemkot pemprov pemda dinas tolong tlg tlng mohon mhn please pls plis bantu bantuin dong donk ya yuk
   ayo nih ini itu nah lho loh kok lah deh sih woi hei hai halo viral viralkan fyp rt repost share
   bagikan sebarkan sebar retweet cc via info simak baca lihat liat cek dicek dilihat tindak tindaki
   ditindak tindaklanjut ditindaklanjuti lanjut diperhatikan perhatian perhatiannya respon direspon
   segera help atas di bawah ke dari yang yg utk untuk agar biar supaya kita semua warga warganet netizen
   gimana bagaimana nasib setuju sepakat betul benar bener`.split(/\s+/),
)

/** Only calls for attention, handles and links: nothing is said of any matter. */
export function addsNothing(text: string): boolean {
  const own = text
    .toLowerCase()
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/@[\w.-]+/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
  return own.every((word) => word === '' || CALLS.has(word))
}
