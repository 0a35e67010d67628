/** A person on the network of the test, by plain calls of the data server. */
export interface Account {
  did: string
  handle: string
  appPassword(): Promise<string>
  /** Whether the AppView has read the post from the stream. */
  sees(uri: string): Promise<boolean>
  /** What this account wrote, as its own data server keeps it. */
  records(): Promise<Written[]>
  post(text: string, extra?: Record<string, unknown>): Promise<{ uri: string; cid: string }>
}

interface Written {
  uri: string
  value: { text: string; reply?: { root: { uri: string }; parent: { uri: string } } }
}

export async function createAccount(service: string, name: string): Promise<Account> {
  const handle = `${name}.test`
  const { did, accessJwt } = await ask(service, 'com.atproto.server.createAccount', null, {
    handle,
    email: `${name}@contoh.test`,
    password: 'kata-sandi-utama',
  })
  return {
    did,
    handle,
    appPassword: async () =>
      (await ask(service, 'com.atproto.server.createAppPassword', accessJwt, { name: 'tanggap' }))
        .password,
    sees: async (uri) => {
      const url = `${service}/xrpc/app.bsky.feed.getPosts?${new URLSearchParams({ uris: uri })}`
      const response = await fetch(url, { headers: { authorization: `Bearer ${accessJwt}` } })
      return ((await response.json()) as { posts?: unknown[] }).posts?.length === 1
    },
    records: async () => {
      const query = new URLSearchParams({ repo: did, collection: 'app.bsky.feed.post' })
      const response = await fetch(`${service}/xrpc/com.atproto.repo.listRecords?${query}`)
      return ((await response.json()) as { records: Written[] }).records
    },
    post: (text, extra = {}) =>
      ask(service, 'com.atproto.repo.createRecord', accessJwt, {
        repo: did,
        collection: 'app.bsky.feed.post',
        record: {
          $type: 'app.bsky.feed.post',
          text,
          createdAt: new Date().toISOString(),
          ...extra,
        },
      }),
  }
}

/** What makes `@handle` in a text a mention. */
export function mentionOf(text: string, account: Account): Record<string, unknown> {
  const before = text.indexOf(`@${account.handle}`)
  const byteStart = Buffer.byteLength(text.slice(0, before))
  return {
    facets: [
      {
        index: { byteStart, byteEnd: byteStart + account.handle.length + 1 },
        features: [{ $type: 'app.bsky.richtext.facet#mention', did: account.did }],
      },
    ],
  }
}

interface Said {
  did: string
  accessJwt: string
  password: string
  uri: string
  cid: string
}

/** Each call answers some of these. */
async function ask(
  service: string,
  method: string,
  token: string | null,
  body: unknown,
): Promise<Said> {
  const response = await fetch(`${service}/xrpc/${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${method}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Said
}
