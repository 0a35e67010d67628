/** RFC 9457, as the server words its refusals. `status` 0 is ours: the server was not reached. */
export interface Problem {
  status: number
  code: string
  title: string
  detail?: string
  current?: unknown
}

export type Answer<Body> = { kind: 'ok'; body: Body } | { kind: 'refused'; problem: Problem }

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const OFFLINE: Problem = {
  status: 0,
  code: 'offline',
  title: 'Server tidak dapat dihubungi. Periksa jaringan Anda, lalu coba lagi.',
}

/** Who wants to know that the session has ended; set once by the session itself. */
let whenSignedOut: () => void = () => undefined
export const onSignedOut = (tell: () => void): void => {
  whenSignedOut = tell
}

export const read = <Body>(path: string): Promise<Answer<Body>> => call<Body>('GET', path)

/**
 * A write carries a key, so that trying again after a broken connection cannot do it twice.
 */
export const write = <Body>(
  method: Exclude<Method, 'GET'>,
  path: string,
  body?: unknown,
): Promise<Answer<Body>> => call<Body>(method, path, body, newKey())

const call = async <Body>(
  method: Method,
  path: string,
  body?: unknown,
  key?: string,
): Promise<Answer<Body>> => {
  const send = () => fetch(path, { method, headers: headersFor(body, key), ...bodyOf(body) })
  const response = await send().catch(() =>
    pause(800)
      .then(send)
      .catch(() => null),
  )
  if (!response) return { kind: 'refused', problem: OFFLINE }
  if (response.ok) return { kind: 'ok', body: (await bodyFrom(response)) as Body }
  const problem = await problemFrom(response)
  if (problem.code === 'not-signed-in') whenSignedOut()
  return { kind: 'refused', problem }
}

const headersFor = (body: unknown, key?: string): Record<string, string> => ({
  accept: 'application/json',
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(key ? { 'idempotency-key': key } : {}),
})

const bodyOf = (body: unknown): { body?: string } =>
  body === undefined ? {} : { body: JSON.stringify(body) }

const bodyFrom = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  return text === '' ? null : JSON.parse(text)
}

const problemFrom = async (response: Response): Promise<Problem> => {
  const said = await bodyFrom(response).catch(() => null)
  const fallback = {
    status: response.status,
    code: 'unexpected',
    title: 'Server mengalami gangguan. Coba lagi sebentar.',
  }
  return typeof said === 'object' ? { ...fallback, ...said } : fallback
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** `crypto.randomUUID` is missing where the console is reached by plain http on a LAN. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

/** The one sentence that a person reads. */
export const sentenceOf = ({ title, detail }: Problem): string => detail ?? title
