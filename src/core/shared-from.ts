/**
 * Whom a post only repeats: "RT @warga: …" with nothing of its own before or after. A quotation with
 * words of one's own is a post of one's own.
 */
const REPOST =
  /^\s*(?:rt|repost|reposted|regram|qrt)\s*(?:from\s+)?(@[\w.]{1,60})\s*[:：]?\s*(\S[\s\S]*)$/i
const ADDED = /(?:<<|>>|«|»|\n\s*(?:saya|kami|aku|gue))/i

/** "@warga", or null for words of one's own. */
export function sharedFrom(text: string): string | null {
  const [, author, said] = REPOST.exec(text.slice(0, MOST_LETTERS)) ?? []
  if (!author || !said || ADDED.test(said)) return null
  return author
}

const MOST_LETTERS = 2000
