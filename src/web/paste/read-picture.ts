import { base64 } from '../parts/base64.ts'
import type { Screenshot } from './paste-fields.ts'

export interface Picture {
  screenshot: Screenshot
  bitmap: ImageBitmap
}

export type PictureReading =
  | { kind: 'read'; picture: Picture }
  | { kind: 'refused'; because: string }

const KINDS = ['image/png', 'image/jpeg', 'image/webp']
/** The server takes five million characters of base64, which is three quarters of that in bytes. */
const MOST_BYTES = 3_700_000

export const readPicture = async (file: File): Promise<PictureReading> => {
  if (!KINDS.includes(file.type)) {
    return { kind: 'refused', because: 'Gunakan gambar PNG, JPEG, atau WebP.' }
  }
  if (file.size > MOST_BYTES) {
    return { kind: 'refused', because: 'Gambar terlalu besar, paling besar 3,7 MB.' }
  }
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return { kind: 'refused', because: 'Gambar tidak dapat dibaca.' }
  const data = base64(new Uint8Array(await file.arrayBuffer()))
  return { kind: 'read', picture: { screenshot: { name: file.name, data }, bitmap } }
}

export const imageIn = (data: DataTransfer | null): File | null =>
  [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/')) ?? null
