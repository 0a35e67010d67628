import { crc32, deflateRawSync } from 'node:zlib'

export interface ZippedFile {
  name: string
  text: string
}

/** The first day that a ZIP can name: the same content is the same bytes, whenever it is made. */
const TIME = 0
const DAY = 0x21
const UTF8 = 0x800
const DEFLATED = 8
const VERSION = 20

/** A ZIP of a few text files (PKWARE APPNOTE 6.3.9), which every desk of an office opens. */
export const zipOf = (files: ZippedFile[]): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const file of files) {
    const entry = entryOf(file)
    parts.push(numbers(LOCAL, entry), entry.name, entry.packed)
    directory.push(numbers(CENTRAL, { ...entry, at }), entry.name)
    at = parts.reduce((sum, part) => sum + part.length, 0)
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = { count: files.length, size, at }
  return Buffer.concat([...parts, ...directory, numbers(END, end)])
}

const entryOf = ({ name, text }: ZippedFile) => {
  const plain = Buffer.from(text)
  const packed = deflateRawSync(plain)
  const [bytes, sizes] = [Buffer.from(name), { packed: packed.length, plain: plain.length }]
  return { name: bytes, packed, sizes, sum: crc32(plain), at: 0 }
}

type Entry = ReturnType<typeof entryOf>
type Field<From> = [bytes: 2 | 4, value: (from: From) => number]

const ABOUT: Field<Entry>[] = [
  [2, () => UTF8],
  [2, () => DEFLATED],
  [2, () => TIME],
  [2, () => DAY],
  [4, ({ sum }) => sum],
  [4, ({ sizes }) => sizes.packed],
  [4, ({ sizes }) => sizes.plain],
  [2, ({ name }) => name.length],
  [2, () => 0],
]
const LOCAL: Field<Entry>[] = [[4, () => 0x04034b50], [2, () => VERSION], ...ABOUT]
const CENTRAL: Field<Entry>[] = [
  [4, () => 0x02014b50],
  [2, () => VERSION],
  [2, () => VERSION],
  ...ABOUT,
  [2, () => 0],
  [2, () => 0],
  [2, () => 0],
  [4, () => 0],
  [4, ({ at }) => at],
]
const END: Field<{ count: number; size: number; at: number }>[] = [
  [4, () => 0x06054b50],
  [2, () => 0],
  [2, () => 0],
  [2, ({ count }) => count],
  [2, ({ count }) => count],
  [4, ({ size }) => size],
  [4, ({ at }) => at],
  [2, () => 0],
]

const numbers = <From>(fields: Field<From>[], from: From): Buffer =>
  Buffer.concat(
    fields.map(([bytes, value]) => {
      const part = Buffer.alloc(bytes)
      part.writeUIntLE(value(from), 0, bytes)
      return part
    }),
  )
