import type { Row } from '../api/wire.ts'
import { Icon } from './icon.tsx'

type Marked = Pick<Row, 'confidential' | 'sample' | 'history'> & { recurrences?: number }

/** What must never be overlooked: confidential, shipped sample, imported history, came back. */
export const CaseMarks = ({ row }: { row: Marked }) => (
  <>
    {row.confidential && (
      <span class="mark mark--secret">
        <Icon name="lock" /> RAHASIA
      </span>
    )}
    {row.sample && <span class="mark mark--sample">CONTOH</span>}
    {row.history && <span class="mark mark--history">RIWAYAT</span>}
    {(row.recurrences ?? 0) > 0 && (
      <span class="mark mark--history">
        KAMBUH{(row.recurrences ?? 0) > 1 ? ` ${row.recurrences}×` : ''}
      </span>
    )}
  </>
)
