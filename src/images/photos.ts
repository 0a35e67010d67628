import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { type Refusal, refuse } from '../core/errors.ts'
import type { Photo, Photos } from '../ports/evidence.ts'

/** Telephones take 12 to 50 megapixels; a picture of 10,000 × 10,000 in 40 KB is a bomb. */
const PIXELS_AT_MOST = 60_000_000
const BYTES_AT_MOST = 12 * 1024 * 1024
/** Long enough to read a house number, short enough for a telephone's data. */
const SHOWN_AT_MOST = 2048
const SECONDS_AT_MOST = 10
const FORMATS: Record<string, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}

const NO_PHOTO = 'Berkas ini bukan foto JPEG, PNG, atau WebP yang utuh. Ambil ulang fotonya.'
const TOO_LARGE = 'Foto melebihi 12 MB. Kecilkan ukurannya, lalu unggah lagi.'
const TOO_MANY = 'Foto melebihi 60 megapiksel. Ambil ulang dengan resolusi biasa.'
const MOVING = 'Gambar bergerak tidak dapat menjadi bukti. Unggah satu foto.'

// One photo at a time and nothing kept: a worker's memory is not an image cache.
sharp.cache(false)
sharp.concurrency(1)

/**
 * Draws photos anew: what is shown has the pixels, turned upright, and no EXIF, place, thumbnail or
 * colour profile of the camera. The decoder sees only what the first bytes say is a photo.
 */
export const createPhotos = (): Photos => ({
  prepare: async (bytes) => {
    if (bytes.byteLength > BYTES_AT_MOST) return refuse('evidence-refused', TOO_LARGE)
    if (!hasKnownBeginning(bytes)) return refuse('evidence-refused', NO_PHOTO)
    try {
      return await draw(bytes)
    } catch {
      return refuse('evidence-refused', NO_PHOTO)
    }
  },
})

const draw = async (bytes: Uint8Array): Promise<{ kind: 'photo'; photo: Photo } | Refusal> => {
  const {
    format,
    width,
    height,
    pages = 1,
  } = await sharp(bytes, { limitInputPixels: false }).metadata()
  const originalType = FORMATS[format]
  if (!originalType) return refuse('evidence-refused', NO_PHOTO)
  if (width * height > PIXELS_AT_MOST) return refuse('evidence-refused', TOO_MANY)
  if (pages > 1) return refuse('evidence-refused', MOVING)
  const published = await sharp(bytes, { limitInputPixels: PIXELS_AT_MOST, failOn: 'error' })
    .autoOrient()
    .resize(SHOWN_AT_MOST, SHOWN_AT_MOST, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82, mozjpeg: false })
    .timeout({ seconds: SECONDS_AT_MOST })
    .toBuffer()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { kind: 'photo', photo: { original: bytes, originalType, sha256, published } }
}

/** libvips reads many formats, SVG among them: ours are decided before it looks. */
const hasKnownBeginning = (bytes: Uint8Array): boolean => {
  const begin = Buffer.from(bytes.subarray(0, 12))
  return (
    begin.subarray(0, 3).toString('hex') === 'ffd8ff' ||
    begin.subarray(0, 8).toString('hex') === '89504e470d0a1a0a' ||
    (begin.subarray(0, 4).toString('latin1') === 'RIFF' &&
      begin.subarray(8, 12).toString('latin1') === 'WEBP')
  )
}
