import { createServer } from 'node:net'
import { StartFault } from './start-fault.ts'

/** A loopback port that is free at this moment. */
export function freePort(): Promise<number> {
  return listenOnce('127.0.0.1', 0)
}

/** One sentence before anything is started, when our own address cannot be had. */
export async function checkPort(host: string, port: number): Promise<void> {
  try {
    await listenOnce(host, port)
  } catch (error) {
    throw new StartFault(sentenceFor((error as NodeJS.ErrnoException).code ?? '', host, port))
  }
}

function listenOnce(host: string, port: number): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address()
      const taken = typeof address === 'object' && address ? address.port : port
      server.close(() => done(taken))
    })
  })
}

function sentenceFor(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} di ${host} sudah dipakai program lain: hentikan program itu atau pilih port lain, misalnya PORT=${port + 1} npm start.`
  if (code === 'EACCES')
    return `Port ${port} hanya boleh dipakai root: pilih port di atas 1023, misalnya PORT=3000 npm start.`
  return `Alamat HOST=${host} tidak ada di mesin ini (${code}): isi HOST=127.0.0.1, atau HOST=0.0.0.0 untuk semua jaringan.`
}
