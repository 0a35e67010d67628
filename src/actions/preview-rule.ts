import { createPreview, type RulePreview } from '../core/rule-preview.ts'
import type { Clock } from '../ports/clock.ts'
import type { Learning } from '../ports/learning.ts'
import type { PostReader } from '../ports/reading.ts'

export interface PreviewPorts {
  clock: Clock
  learning: Learning
  /** As the government's posts are read now. */
  reader: PostReader
  /** The same, without the rule. */
  quieter: PostReader
}

const DAYS = 30
const DAY_MS = 86_400_000

/** Reads the posts of the last thirty days twice: as now, and without the rule. */
export const previewRule = async (
  { clock, learning, reader, quieter }: PreviewPorts,
  governmentId: string,
  heard: (read: number) => void,
): Promise<RulePreview> => {
  const preview = createPreview()
  const since = new Date(clock.now().getTime() - DAYS * DAY_MS)
  for await (const batch of learning.recent(governmentId, since)) {
    const [before, after] = await Promise.all([
      reader.read(governmentId, batch),
      quieter.read(governmentId, batch),
    ])
    // a post that stops its reader stops both
    if (before.kind === 'crashed' || after.kind === 'crashed') continue
    before.readings.forEach(({ reading }, at) => {
      const other = after.readings[at]
      if (other) preview.add({ before: reading, after: other.reading })
    })
    heard(preview.told().read)
  }
  return preview.told()
}
