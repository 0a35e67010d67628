import { crc32, inflateRawSync } from 'node:zlib'

const CENTRAL = 0x02014b50
const END = 0x06054b50

/** The files of a ZIP by its directory, each checked against its sum. */
export const unzip = (zip: Buffer): Map<string, string> => {
  const files = new Map<string, string>()
  const end = zip.length - 22
  if (zip.readUInt32LE(end) !== END) throw new Error('no end of a directory')
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new Error(`no entry at ${at}`)
    const [sum, packed] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20)]
    const length = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const plain = inflateRawSync(zip.subarray(data, data + packed))
    if (crc32(plain) !== sum) throw new Error('a file is not what the directory says')
    files.set(zip.toString('utf8', at + 46, at + 46 + length), plain.toString())
    at += 46 + length
  }
  return files
}
