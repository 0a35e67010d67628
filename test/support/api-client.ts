import { randomUUID } from 'node:crypto'

/** A person at the API: keeps the cookie, sends what a browser sends. */
export interface ApiClient {
  get<Body>(path: string): Promise<{ status: number; body: Body; text: string }>
  /** `key`: the idempotency key, where the same write is sent twice. */
  post<Body>(
    path: string,
    body?: unknown,
    key?: string,
  ): Promise<{ status: number; body: Body; text: string }>
  put<Body>(path: string, body: unknown): Promise<{ status: number; body: Body; text: string }>
  cookie(): string
}

export const PASSWORD = 'Sandi-yang-kuat-2026'

const apiClient = (url: string): ApiClient => {
  let cookie = ''
  const ask = async <Body>(
    method: string,
    path: string,
    body?: unknown,
    key: string = randomUUID(),
  ) => {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        origin: url,
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const set = response.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0] ?? ''
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, body: (json ? JSON.parse(text) : null) as Body, text }
  }
  return {
    get: (path) => ask('GET', path),
    post: (path, body = {}, key) => ask('POST', path, body, key),
    put: (path, body) => ask('PUT', path, body),
    cookie: () => cookie,
  }
}

/** The first administrator (who also coordinates), signed in. */
export const firstAdministrator = async (
  url: string,
  setupLink: string,
  governmentId = 'pemprov-bengkulu',
): Promise<ApiClient> => {
  const client = apiClient(url)
  const token = setupLink.split('/').at(-1)
  const answer = await client.post('/setup', {
    token,
    governmentId,
    name: 'Ibu Admin',
    username: 'admin',
    password: PASSWORD,
    alsoCoordinator: true,
  })
  if (answer.status >= 300) throw new Error(`setup failed: ${answer.text}`)
  return client
}

/** Somebody new, invited by the administrator and signed in by the link. */
export const newcomer = async (
  url: string,
  administrator: ApiClient,
  person: { username: string; name: string; roles: readonly string[]; agencyId: string | null },
): Promise<ApiClient> => {
  const added = await administrator.post<{ link: string }>('/users', person)
  if (added.status >= 300) throw new Error(`user not added: ${added.text}`)
  const client = apiClient(url)
  const token = added.body.link.split('/').at(-1)
  const set = await client.post('/password', { token, password: PASSWORD })
  if (set.status >= 300) throw new Error(`password not set: ${set.text}`)
  const { username } = person
  const signedIn = await client.post('/session', { username, password: PASSWORD })
  if (signedIn.status >= 300) throw new Error(`not signed in: ${signedIn.text}`)
  return client
}
