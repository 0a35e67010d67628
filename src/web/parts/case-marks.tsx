import type { Row } from '../api/wire.ts'
import { Icon } from './icon.tsx'

/** What must never be overlooked: confidential, shipped sample, imported history. */
export const CaseMarks = ({ row }: { row: Pick<Row, 'confidential' | 'sample' | 'history'> }) => (
  <>
    {row.confidential && (
      <span class="mark mark--secret">
        <Icon name="lock" /> RAHASIA
      </span>
    )}
    {row.sample && <span class="mark mark--sample">CONTOH</span>}
    {row.history && <span class="mark mark--history">RIWAYAT</span>}
  </>
)
