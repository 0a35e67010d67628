export type ByteStream = AsyncIterable<Uint8Array | string>

const NEWLINE = 10
/** A line longer than this is no post; the rest of it is skipped. */
const MOST_BYTES = 2 * 1024 * 1024

/** Lines without their end, numbered from 1, the byte order mark taken off. */
export async function* textLines(
  stream: ByteStream,
  mostBytes = MOST_BYTES,
): AsyncGenerator<{ line: number; text: string; cut: boolean }> {
  let line = 0
  for await (const { bytes, cut } of byteLines(stream, mostBytes)) {
    line++
    const text = decode(bytes).replace(/\r$/, '')
    yield { line, text: line === 1 ? text.replace(/^\ufeff/, '') : text, cut }
  }
}

async function* byteLines(
  stream: ByteStream,
  mostBytes: number,
): AsyncGenerator<{ bytes: Buffer; cut: boolean }> {
  let kept: Buffer[] = []
  let size = 0
  const take = (piece: Buffer) => {
    if (size < mostBytes) kept.push(piece)
    size += piece.length
  }
  const whole = () => {
    const done = { bytes: Buffer.concat(kept), cut: size >= mostBytes }
    kept = []
    size = 0
    return done
  }
  for await (const chunk of stream) {
    let rest = Buffer.from(chunk as Uint8Array)
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      take(rest.subarray(0, end))
      yield whole()
      rest = rest.subarray(end + 1)
    }
    if (rest.length > 0) take(rest)
  }
  if (size > 0) yield whole()
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** What Excel on an Indonesian desk writes where it does not write UTF-8. */
const windows = new TextDecoder('windows-1252')

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return windows.decode(bytes)
  }
}
