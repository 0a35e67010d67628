/** "@nama" in an internal note. Who is meant, and whether they may know, is decided elsewhere. */

/** More names than these are no conversation. */
const AT_MOST = 20

/** Not part of an address or a link; a full stop at the end is the sentence's. */
const MENTION = /(?<![\p{L}\p{N}_.@/-])@([a-z0-9][a-z0-9._-]{1,38}[a-z0-9])/giu

/** Text → user names in lower case, each once, in the order of the text. */
export const mentionsIn = (text: string): string[] =>
  [...new Set([...text.matchAll(MENTION)].map(([, name = '']) => name.toLowerCase()))].slice(
    0,
    AT_MOST,
  )
