import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { refused, tooLarge } from './fetch-failure.ts'

/** The cap counts what comes out of the decompression: 10 KB of gzip can hold a gigabyte. */
export async function readBody(
  answer: IncomingMessage,
  host: string,
  maxBytes: number,
): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of decompressed(answer, host)) {
    size += (chunk as Buffer).length
    if (size > maxBytes) {
      answer.destroy()
      throw tooLarge(host, maxBytes)
    }
    chunks.push(chunk as Buffer)
  }
  return decode(Buffer.concat(chunks), answer.headers['content-type'] ?? '')
}

function decompressed(answer: IncomingMessage, host: string): Readable {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity' || encoding === '') return answer
  const unpack = unpacker(encoding)
  if (!unpack) throw refused(host, 'jawaban dalam kompresi yang tidak dikenal')
  // not pipe(): an answer cut short must end the unpacking with its error
  answer.on('error', (error) => unpack.destroy(error))
  answer.on('aborted', () => unpack.destroy(new Error('aborted')))
  return answer.pipe(unpack)
}

function unpacker(encoding: string) {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'deflate') return createInflate()
  return encoding === 'br' ? createBrotliDecompress() : null
}

/** Old feeds are in Latin-1 and say so in the header or in the XML declaration. */
function decode(bytes: Buffer, contentType: string): string {
  const declared =
    /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ??
    /^<\?xml[^>]{0,80}encoding=["']([\w-]+)/i.exec(
      bytes.toString('latin1', 0, 200).trimStart(),
    )?.[1]
  try {
    return new TextDecoder(declared ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}
