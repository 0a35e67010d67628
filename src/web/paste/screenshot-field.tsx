import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import type { Screenshot } from './paste-fields.ts'
import { imageIn, type Picture, readPicture } from './read-picture.ts'

interface ScreenshotFieldProps {
  value: Screenshot | null
  onChange: (screenshot: Screenshot | null) => void
}

/** Chosen, dropped or pasted from the clipboard. What it says must still be typed in as text. */
export const ScreenshotField = ({ value, onChange }: ScreenshotFieldProps) => {
  const id = useId()
  const [picture, setPicture] = useState<Picture | null>(null)
  const [refusal, setRefusal] = useState('')
  const take = async (file: File | null) => {
    if (!file) return
    const read = await readPicture(file)
    setRefusal(read.kind === 'refused' ? read.because : '')
    if (read.kind === 'refused') return
    setPicture(read.picture)
    onChange(read.picture.screenshot)
  }
  usePastedImage(take)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void take(imageIn(event.dataTransfer))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the file field inside does the same by keyboard
    <div class="drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <label for={id}>
        <span class="button">
          <Icon name="file" /> Pilih berkas
        </span>{' '}
        Tangkapan layar (opsional): pilih, seret ke sini, atau tempel dengan Ctrl+V
      </label>
      <input
        id={id}
        class="off-screen"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        onChange={(event) => void take(event.currentTarget.files?.[0] ?? null)}
      />
      {refusal && (
        <p class="problem" role="alert">
          {refusal}
        </p>
      )}
      {value && picture && (
        <p class="preview">
          <Preview picture={picture} /> {value.name}
          <button type="button" class="button button--bare" onClick={() => onChange(null)}>
            <Icon name="x" /> Hapus
          </button>
        </p>
      )}
    </div>
  )
}

const usePastedImage = (take: (file: File | null) => Promise<void>) => {
  useEffect(() => {
    const hear = (event: ClipboardEvent) => void take(imageIn(event.clipboardData))
    document.addEventListener('paste', hear)
    return () => document.removeEventListener('paste', hear)
  })
}

/** Drawn on a canvas: the content policy allows no blob: or data: pictures. */
const Preview = ({ picture }: { picture: Picture }) => {
  const ref = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const { width, height } = picture.bitmap
    const scale = Math.min(1, 160 / width, 120 / height)
    const canvas = ref.current
    if (!canvas) return
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    canvas.getContext('2d')?.drawImage(picture.bitmap, 0, 0, canvas.width, canvas.height)
  }, [picture])
  return <canvas ref={ref} role="img" aria-label="Pratinjau tangkapan layar" />
}
