import { digestCase } from '../language/search-digest.ts'
import type { SearchIndex } from '../ports/search.ts'

const AT_ONCE = 100

/** Makes what was said since findable; true where more waits. A backfill is nothing else. */
export const indexCases = async (index: SearchIndex): Promise<boolean> =>
  (await index.refresh(AT_ONCE, digestCase)) === AT_ONCE
