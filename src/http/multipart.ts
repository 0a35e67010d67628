/** A form as a browser sends it: fields as text, one file. Only for the page that we made ourselves. */
export interface Form {
  fields: Record<string, string>
  /** A function, so that nobody walks over twelve million bytes by accident. */
  file: () => Buffer | null
}

const PARTS_AT_MOST = 20
const FIELD_AT_MOST = 10_000

/** RFC 7578, as far as browsers use it. Null for what no browser sends. */
export const readForm = (body: Buffer, contentType: string): Form | null => {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (!mark) return null
  const fields: Record<string, string> = Object.create(null)
  let file: Buffer | null = null
  for (const part of partsOf(body, mark)) {
    const read = readPart(part)
    if (!read || (!read.isFile && read.content.length > FIELD_AT_MOST)) return null
    if (!read.isFile) fields[read.name] = read.content.toString('utf8')
    else if (read.content.length > 0) file = read.content
  }
  return { fields, file: () => file }
}

/** What lies between two marks, without the line ends that belong to the marks. */
const partsOf = (body: Buffer, mark: string): Buffer[] => {
  const fence = Buffer.from(`--${mark}`)
  const parts: Buffer[] = []
  let from = body.indexOf(fence)
  while (from !== -1 && parts.length < PARTS_AT_MOST) {
    const next = body.indexOf(fence, from + fence.length)
    if (next === -1) break
    parts.push(body.subarray(from + fence.length + 2, next - 2))
    from = next
  }
  return parts
}

const readPart = (part: Buffer): { name: string; isFile: boolean; content: Buffer } | null => {
  const end = part.indexOf('\r\n\r\n')
  if (end === -1) return null
  const head = part.subarray(0, end).toString('latin1')
  const name = /;\s*name="([a-z]{1,40})"/i.exec(head)?.[1]
  if (!name) return null
  return { name, isFile: /;\s*filename=/i.test(head), content: part.subarray(end + 4) }
}
