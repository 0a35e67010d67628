import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Answer {
  status?: number
  headers?: Record<string, string>
  body: string
}

export interface Call {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: string
}

/** What goes wrong, as it is seen on the wire. */
export type Fault =
  | { kind: 'answer'; status: number; headers?: Record<string, string>; body?: string }
  | { kind: 'half' }
  | { kind: 'hang' }
  | { kind: 'gzip-of-nothing' }

export interface FakePlatform {
  url: string
  calls: Call[]
  /** From now on these calls fail; null mends it. */
  breakDown(fault: Fault | null, which?: (call: Call) => boolean): void
  /** Calls that were made although one had failed before. */
  callsAfterFault(): number
  stop(): Promise<void>
}

/** A real HTTP server on loopback; `answer` is the platform's behaviour and keeps its own state. */
export async function startFakePlatform(answer: (call: Call) => Answer): Promise<FakePlatform> {
  const calls: Call[] = []
  let broken: { fault: Fault; which: (call: Call) => boolean } | null = null
  let failedAt: number | null = null
  const server = createServer((request, response) => {
    readCall(request).then((call) => {
      calls.push(call)
      if (broken?.which(call)) {
        failedAt ??= calls.length
        fail(response, broken.fault, () => answer(call))
      } else send(response, answer(call))
    }, response.destroy.bind(response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    breakDown: (fault, which = () => true) => {
      broken = fault && { fault, which }
      failedAt = null
    },
    callsAfterFault: () => (failedAt === null ? 0 : calls.length - failedAt),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? '/', 'http://fake')
  let body = ''
  for await (const chunk of request) body += chunk
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body,
  }
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body)
}

function fail(response: ServerResponse, fault: Fault, whole: () => Answer): void {
  if (fault.kind === 'hang') return
  if (fault.kind === 'answer') {
    send(response, { body: '', ...fault })
    return
  }
  if (fault.kind === 'gzip-of-nothing') {
    response.writeHead(200, { 'content-encoding': 'gzip' })
    response.end('this is no gzip')
    return
  }
  const { body } = whole()
  response.writeHead(200, { 'content-length': String(Buffer.byteLength(body)) })
  response.write(body.slice(0, Math.floor(body.length / 2)), () => response.destroy())
}
