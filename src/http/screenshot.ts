import { refused } from './refused.ts'

/** The first bytes say what a file is; its name and its sender may say anything. */
const MAGIC: [mediaType: string, matches: (bytes: Buffer) => boolean][] = [
  ['image/png', (bytes) => bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a'],
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).toString('hex') === 'ffd8ff'],
  [
    'image/webp',
    (bytes) =>
      bytes.subarray(0, 4).toString('latin1') === 'RIFF' &&
      bytes.subarray(8, 12).toString('latin1') === 'WEBP',
  ],
]

/** The types that are shown in place; anything else would be offered as a download. */
export const IMAGE_TYPES: readonly string[] = MAGIC.map(([mediaType]) => mediaType)

export const screenshotOf = ({ name, data }: { name: string; data: string }) => {
  const bytes = Buffer.from(data, 'base64')
  const mediaType = MAGIC.find(([, matches]) => matches(bytes))?.[0]
  if (!mediaType)
    throw refused('invalid-input', 'Tangkapan layar harus berupa gambar PNG, JPEG, atau WebP.')
  return { name, mediaType, bytes }
}
