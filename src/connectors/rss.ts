import type { Connector } from '../ports/connector.ts'
import { feedGate, pollFeed } from './rss/poll-feed.ts'

/** News sites and blogs: RSS, Atom, RDF and JSON Feed. No account needed. */
export const rss: Connector = {
  id: 'rss',
  label: 'Umpan berita (RSS/Atom)',
  fields: [{ name: 'url', label: 'Alamat umpan', secret: false, required: true }],
  gateKey: feedGate,
  poll: pollFeed,
}
