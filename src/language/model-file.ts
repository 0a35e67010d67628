/** The model as bytes: a JSON header, then the arrays one after another, each on 4-byte bounds. */
import type { Calibration } from './calibrate.ts'
import { FORM_BLOCKS, FORM_LABELS, FORM_ROWS } from './form-head.ts'
import { MEANING_WIDTH } from './meanings.ts'
import { type Blocks, type Head, KIND_BLOCKS, type Model, TOPIC_BLOCKS } from './model.ts'
import type { Vocabulary } from './vocabulary.ts'

interface Header {
  about: Model['about']
  calibration: Calibration
  categories: string[]
  kinds: string[]
  slots: number
  features: number
  /** Slots and rows of the words whose meaning is known. */
  rootSlots: number
  roots: number
}

export type ModelFile = { kind: 'model'; model: Model } | { kind: 'broken'; reason: string }

const MAGIC = 0x5447_4d34

/** Model → bytes for the disk. */
export function encodeModel(model: Model): Uint8Array {
  const header: Header = {
    about: model.about,
    calibration: model.calibration,
    categories: model.category.labels,
    kinds: model.kind.labels,
    slots: model.vocabulary.slots.length,
    features: model.idf.length,
    rootSlots: model.meanings.vocabulary.slots.length,
    roots: model.meanings.rarity.length,
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const intro = Uint32Array.of(MAGIC, text.length)
  const arrays = [
    model.vocabulary.slots,
    model.vocabulary.rows,
    model.idf,
    model.meanings.vocabulary.slots,
    model.meanings.vocabulary.rows,
    model.meanings.rarity,
    model.meanings.vectors,
    ...headArrays(model.category),
    ...headArrays(model.kind),
    ...headArrays(model.form),
  ]
  return concatenate([intro, text, ...arrays])
}

/** Bytes → model, or why not. Views into the given bytes are used, nothing is copied. */
export function decodeModel(bytes: Uint8Array): ModelFile {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const intro = new Uint32Array(aligned.buffer, aligned.byteOffset, 2)
  if (intro[0] !== MAGIC) return { kind: 'broken', reason: 'bukan berkas model Tanggap' }
  const length = intro[1] as number
  const header = JSON.parse(new TextDecoder().decode(aligned.subarray(8, 8 + length))) as Header
  const cursor = { at: 8 + padded(length) }
  const take = <T>(make: (buffer: ArrayBufferLike, at: number) => T, size: number): T => {
    const array = make(aligned.buffer, aligned.byteOffset + cursor.at)
    cursor.at += padded(size)
    return array
  }
  const floats = (count: number) => take((b, at) => new Float32Array(b, at, count), count * 4)
  const bytesOf = (count: number) => take((b, at) => new Int8Array(b, at, count), count)
  const vocabularyOf = (count: number): Vocabulary => ({
    slots: take((b, at) => new Uint32Array(b, at, count), count * 4),
    rows: take((b, at) => new Int32Array(b, at, count), count * 4),
  })
  const vocabulary = vocabularyOf(header.slots)
  const idf = floats(header.features)
  const meanings = {
    vocabulary: vocabularyOf(header.rootSlots),
    rarity: floats(header.roots),
    vectors: bytesOf(header.roots * MEANING_WIDTH),
  }
  const size = header.features + MEANING_WIDTH
  const head = (labels: string[], blocks: Blocks, size: number): Head => {
    const bias = floats(labels.length)
    const scale = floats(size)
    const telling = floats(size)
    const weights = bytesOf(size * labels.length)
    return { labels, bias, scale, telling, weights, blocks }
  }
  const { about, calibration, categories, kinds } = header
  const category = head(categories, TOPIC_BLOCKS, size)
  const kind = head(kinds, KIND_BLOCKS, size)
  const form = head(FORM_LABELS, FORM_BLOCKS, FORM_ROWS)
  return {
    kind: 'model',
    model: { about, vocabulary, idf, meanings, category, kind, form, calibration },
  }
}

function headArrays(head: Head): (Float32Array | Int8Array)[] {
  return [head.bias, head.scale, head.telling, head.weights]
}

function concatenate(parts: (Uint8Array | Uint32Array | Int32Array | Float32Array | Int8Array)[]) {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.byteLength), 0))
  let at = 0
  for (const part of parts) {
    result.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += padded(part.byteLength)
  }
  return result
}

function padded(size: number): number {
  return Math.ceil(size / 4) * 4
}
