import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createPhotos } from '../../src/images/photos.ts'

const photos = createPhotos()
const plainPicture = (width = 320, height = 200) =>
  sharp({ create: { width, height, channels: 3, background: '#884422' } })

/** As a telephone writes it: turned by a flag, with its place, its maker and the hour. */
const fromTelephone = (format: 'jpeg' | 'png' | 'webp') =>
  plainPicture()
    .withExif({
      IFD0: { Make: 'Telepon Contoh', Orientation: '6', Copyright: 'Sari' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '3/1 47/1 0/1', GPSLongitude: '102/1 15/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    [format]()
    .toBuffer()

const prepared = async (bytes: Uint8Array) => {
  const result = await photos.prepare(bytes)
  if (result.kind === 'refused') throw new Error(result.detail)
  return result.photo
}

const chunk = (type: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  return Buffer.concat([head, Buffer.from(type), data, Buffer.alloc(4)])
}

/** 40,000 × 40,000 points in a few kilobytes: what a decoder would make of it fills the memory. */
const bomb = (): Buffer => {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(40_000, 0)
  size.writeUInt32BE(40_000, 4)
  size.set([1, 0, 0, 0, 0], 8)
  const begin = Buffer.from('89504e470d0a1a0a', 'hex')
  const data = deflateSync(Buffer.alloc(1_000_000))
  return Buffer.concat([
    begin,
    chunk('IHDR', size),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('AC-000-5: a photo of the fix', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'AC-000-5: a %s keeps the hash of its original and is shown without EXIF and place',
    async (format) => {
      const original = await fromTelephone(format)
      expect((await sharp(original).metadata()).exif).toBeInstanceOf(Buffer)
      const { sha256, published, originalType } = await prepared(original)
      expect(sha256).toBe(createHash('sha256').update(original).digest('hex'))
      expect(originalType).toBe(`image/${format}`)
      const shown = await sharp(published).metadata()
      expect(shown).toMatchObject({ format: 'jpeg', width: 200, height: 320 })
      expect([shown.exif, shown.xmp, shown.iptc, shown.icc, shown.orientation]).toEqual(
        Array(5).fill(undefined),
      )
      const bytes = Buffer.from(published).toString('latin1')
      for (const trace of ['Exif', 'GPS', 'Telepon Contoh', 'Sari', 'xpacket'])
        expect(bytes).not.toContain(trace)
    },
  )

  it('is made small enough for a telephone', async () => {
    const large = await plainPicture(4000, 3000).jpeg().toBuffer()
    const { published } = await prepared(large)
    expect(await sharp(published).metadata()).toMatchObject({ width: 2048, height: 1536 })
  })
})

describe('what is no photo', () => {
  const refusal = async (bytes: Uint8Array) => {
    const result = await photos.prepare(bytes)
    return result.kind === 'refused' ? result.detail : 'taken'
  }

  it('is refused with a sentence that says what to do', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    const gif = await plainPicture().gif().toBuffer()
    for (const bytes of [svg, gif, Buffer.from('<html>'), Buffer.from('%PDF-1.7'), Buffer.alloc(0)])
      expect(await refusal(bytes)).toContain('bukan foto JPEG, PNG, atau WebP')
  })

  it('is refused where it is half a picture, or noise behind a good beginning', async () => {
    const whole = await sharp({
      create: {
        width: 600,
        height: 600,
        channels: 3,
        background: '#123456',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .jpeg()
      .toBuffer()
    expect(await refusal(whole.subarray(0, whole.length / 2))).toContain('bukan foto')
    expect(
      await refusal(Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(5000, 7)])),
    ).toContain('bukan foto')
  })

  it('is refused where it would burst: a bomb costs neither time nor memory', async () => {
    const before = process.memoryUsage().rss
    expect(bomb().length).toBeLessThan(5_000)
    expect(await refusal(bomb())).toContain('60 megapiksel')
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
    expect(await refusal(Buffer.alloc(13 * 1024 * 1024))).toContain('12 MB')
  })

  it('is refused where it moves', async () => {
    const one = await plainPicture(10, 10).png().toBuffer()
    const other = await sharp(one).negate().png().toBuffer()
    const frames = await sharp([one, other], { join: { animated: true } })
      .webp()
      .toBuffer()
    expect(await refusal(frames)).toContain('bergerak')
  })
})
