import { readCsv } from './read-csv.ts'
import { readJsonl } from './read-jsonl.ts'
import type { ReadLine } from './read-line.ts'
import type { ByteStream } from './text-lines.ts'

export type FileFormat = 'jsonl' | 'csv'

/**
 * Posts of a file one by one, in constant memory. JSONL has the fields of `understand`; CSV has a
 * heading with Indonesian or English names. Times without a zone are in `zone` (WIB by custom).
 */
export const readPosts = (
  stream: ByteStream,
  format: FileFormat,
  zone = '+07:00',
): AsyncIterable<ReadLine> => (format === 'csv' ? readCsv(stream, zone) : readJsonl(stream, zone))

/** `ulasan.CSV` → csv, everything else is read as JSONL. */
export const formatOf = (name: string): FileFormat =>
  /\.(csv|tsv|txt)$/i.test(name) ? 'csv' : 'jsonl'
