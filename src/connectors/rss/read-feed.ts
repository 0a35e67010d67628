import { type AnyFeed, parseFeed } from 'feedsmith'

/** What is kept of an item, whatever the format of its feed. */
export interface FeedItem {
  guid: string | null
  link: string | null
  title: string
  html: string
  at: Date | null
}

type Of<Format extends AnyFeed['format']> = Extract<AnyFeed, { format: Format }>['feed']

/** More than any feed shows; a feed that goes on for ever is cut here. */
const MOST_ITEMS = 1000

/** Null where the text is no feed at all: an error page, half a document. */
export function readFeed(text: string): FeedItem[] | null {
  try {
    const parsed = parseFeed(text, { maxItems: MOST_ITEMS })
    return itemsOf(parsed).filter((item) => item.guid !== null || item.link !== null)
  } catch {
    return null
  }
}

function itemsOf(parsed: AnyFeed): FeedItem[] {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map(rssItem)
    case 'atom':
      return (parsed.feed.entries ?? []).map(atomEntry)
    case 'rdf':
      return (parsed.feed.items ?? []).map(rdfItem)
    case 'json':
      return (parsed.feed.items ?? []).map(jsonItem)
  }
}

function rssItem(item: NonNullable<Of<'rss'>['items']>[number]): FeedItem {
  const guid = item.guid?.value ?? null
  return {
    guid,
    // by the RSS 2.0 page a guid is a link unless it says it is not
    link: item.link ?? (guid?.startsWith('http') && item.guid?.isPermaLink !== false ? guid : null),
    title: item.title ?? '',
    html: item.description ?? item.content?.encoded ?? '',
    at: toDate(item.pubDate ?? item.dc?.dates?.[0]),
  }
}

function atomEntry(entry: NonNullable<Of<'atom'>['entries']>[number]): FeedItem {
  const links = entry.links ?? []
  const link = links.find((each) => (each.rel ?? 'alternate') === 'alternate') ?? links[0]
  return {
    guid: entry.id ?? null,
    link: link?.href ?? null,
    title: entry.title?.value ?? '',
    html: entry.summary?.value ?? entry.content?.value ?? '',
    at: toDate(entry.published ?? entry.updated),
  }
}

function rdfItem(item: NonNullable<Of<'rdf'>['items']>[number]): FeedItem {
  return {
    guid: item.rdf?.about ?? null,
    link: item.link ?? null,
    title: item.title ?? '',
    html: item.description ?? item.content?.encoded ?? '',
    at: toDate(item.dc?.dates?.[0]),
  }
}

function jsonItem(item: NonNullable<Of<'json'>['items']>[number]): FeedItem {
  return {
    guid: item.id ?? null,
    link: item.url ?? item.external_url ?? null,
    title: item.title ?? '',
    html: item.summary ?? item.content_text ?? item.content_html ?? '',
    at: toDate(item.date_published),
  }
}

function toDate(value: string | undefined): Date | null {
  const at = value === undefined ? Number.NaN : new Date(value).getTime()
  return Number.isNaN(at) ? null : new Date(at)
}
