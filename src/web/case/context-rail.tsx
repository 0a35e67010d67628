import type { CaseView } from '../api/wire.ts'
import { CaseFacts } from './case-facts.tsx'
import { WhyHere } from './why-here.tsx'

export const ContextRail = ({ view }: { view: CaseView }) => (
  <aside class="rail" aria-label="Keterangan kasus">
    <WhyHere view={view} />
    <CaseFacts current={view.case} />
  </aside>
)
