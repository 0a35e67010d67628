import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { createSafeFetch } from '../../../src/connectors/http/safe-fetch.ts'
import { type Answer, type Call, startFakePlatform } from '../fakes/fake-platform.ts'

const servers: { stop(): Promise<void> }[] = []
const serve = async (answer: (call: Call) => Answer) => {
  const server = await startFakePlatform(answer)
  servers.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

const outside = createSafeFetch({ allowPrivate: [], userAgent: 'uji' })
const inside = createSafeFetch({
  allowPrivate: ['127.0.0.0/8'],
  userAgent: 'uji',
  timeoutMs: 400,
  maxBytes: 10_000,
})

describe('a call to the outside', () => {
  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://0/',
    'https://①②⑦.0.0.1/',
    'https://127。0。0。1/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:7f00:1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:db8::1]/',
    'https://[fc00::1]/',
    'https://[fe80::1]/',
    'https://localhost/',
    'https://10.0.0.1/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
  ])('never goes to %s', async (url) => {
    await expect(outside(url)).rejects.toMatchObject({ name: 'FetchRefused' })
  })

  it.each([
    ['http://example.org/', 'https'],
    ['https://example.org:6379/', 'porta'],
    ['file:///etc/passwd', 'https'],
    ['gopher://example.org/', 'https'],
    ['https://nama:sandi@example.org/', 'kata sandi'],
    ['bukan tautan', 'bukan tautan'],
  ])('refuses %s', async (url, why) => {
    const fetch = createSafeFetch({
      allowPrivate: [],
      userAgent: 'uji',
      resolve: async () => [{ address: '93.184.216.34' }],
    })
    await expect(fetch(url)).rejects.toThrow(why)
  })

  it('refuses a name of which one address is private', async () => {
    const fetch = createSafeFetch({
      allowPrivate: [],
      userAgent: 'uji',
      resolve: async () => [{ address: '93.184.216.34' }, { address: '127.0.0.1' }],
    })
    await expect(fetch('https://dua.example/')).rejects.toThrow('jaringan internal')
  })

  it('asks for a name once: what it says at the second time does not matter', async () => {
    let asked = 0
    const { url } = await serve(() => ({ body: 'halo' }))
    const fetch = createSafeFetch({
      allowPrivate: ['127.0.0.1'],
      userAgent: 'uji',
      resolve: async () => [{ address: asked++ === 0 ? '127.0.0.1' : '10.0.0.1' }],
    })
    const { port } = new URL(url)
    expect((await fetch(`http://berubah.example:${port}/`)).body).toBe('halo')
    expect(asked).toBe(1)
  })

  it('follows a feed that moved, but not into our own network', async () => {
    const secret = await serve(() => ({ body: 'rahasia' }))
    const { port } = new URL(secret.url)
    const moved = await serve((call) =>
      call.path === '/lama'
        ? { status: 301, headers: { location: '/baru' }, body: '' }
        : { status: 302, headers: { location: `http://127.0.0.2:${port}/` }, body: '' },
    )
    const fetch = createSafeFetch({ allowPrivate: ['127.0.0.1'], userAgent: 'uji' })
    await expect(fetch(`${moved.url}/lama`)).rejects.toMatchObject({ name: 'FetchRefused' })
    expect(moved.calls.map((call) => call.path)).toEqual(['/lama', '/baru'])
    expect(secret.calls).toHaveLength(0)
  })

  it('takes no secret along to another host, and no write anywhere else', async () => {
    const other = await serve(() => ({ body: 'lain' }))
    const first = await serve(() => ({ status: 307, headers: { location: other.url }, body: '' }))
    const headers = { authorization: 'Bearer rahasia', 'if-none-match': '"x"' }
    await inside(first.url, { headers })
    expect(other.calls[0]?.headers.authorization).toBeUndefined()
    expect(other.calls[0]?.headers['if-none-match']).toBe('"x"')
    const written = await inside(first.url, { method: 'POST', body: '{}' })
    expect(written.status).toBe(307)
    expect(other.calls).toHaveLength(1)
  })

  it('leaves a circle of redirects', async () => {
    const { url } = await serve(() => ({ status: 302, headers: { location: '/' }, body: '' }))
    await expect(inside(url)).rejects.toThrow('pengalihan')
  })

  it('stops at its size, also where ten kilobytes unpack to a gigabyte', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000)).toString('latin1')
    const { url } = await serve((call) =>
      call.path === '/besar' ? { body: 'x'.repeat(10_001) } : { body: 'x'.repeat(10_000) },
    )
    await expect(inside(`${url}/besar`)).rejects.toThrow('lebih besar')
    expect((await inside(`${url}/pas`)).body).toHaveLength(10_000)
    const { createServer } = await import('node:http')
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      response.end(Buffer.from(bomb, 'latin1'))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    servers.push({ stop: async () => void server.close() })
    const { port } = server.address() as { port: number }
    await expect(inside(`http://127.0.0.1:${port}/`)).rejects.toThrow('lebih besar')
  })

  it('does not wait for one that drips a byte at a time', async () => {
    const { createServer } = await import('node:http')
    const server = createServer((_request, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write('x'), 50)
      response.on('close', () => clearInterval(drip))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    servers.push({ stop: async () => void server.close() })
    const { port } = server.address() as { port: number }
    await expect(inside(`http://127.0.0.1:${port}/?kunci=rahasia`)).rejects.toThrow(
      '127.0.0.1: server tidak menjawab tepat waktu',
    )
  })

  it('names the host and the cause of a failure, never the path', async () => {
    const { url, stop } = await startFakePlatform(() => ({ body: '' }))
    await stop()
    const error = await inside(`${url}/bot123:RAHASIA/getUpdates?key=RAHASIA`).catch(String)
    expect(error).toContain('menolak sambungan')
    expect(error).not.toContain('RAHASIA')
  })
})
