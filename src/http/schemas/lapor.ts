/** To SP4N-LAPOR! and back, without its interface. */
import { Type } from 'typebox'
import { Count, List, Said, Shape, Text, Version } from './parts.ts'

export const LaporNumberBody = Shape({
  version: Version,
  trackingId: Type.String({ pattern: '^[0-9]{4,20}$', maxLength: 20 }),
})

/** The file as it was saved: CSV with its heading. */
export const LaporImportBody = Shape({ file: Text(5_000_000) })

export const LaporImported = Shape({
  rows: Count,
  moved: Count,
  opened: Count,
  quarantined: List(Shape({ line: Count, because: Said(500) }), 10_000),
})

export const LaporFormShape = Shape({
  code: Said(20),
  columns: List(Said(80), 20),
  cells: List(Said(), 20),
  text: Said(100_000),
})
