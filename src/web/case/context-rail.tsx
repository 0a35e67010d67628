import type { CaseView } from '../api/wire.ts'
import { CaseFacts } from './case-facts.tsx'
import { MaybeSame } from './maybe-same.tsx'
import { WhyHere } from './why-here.tsx'

export const ContextRail = ({ view }: { view: CaseView }) => (
  <aside class="rail" aria-label="Keterangan kasus">
    <MaybeSame view={view} />
    <WhyHere view={view} />
    <CaseFacts current={view.case} />
  </aside>
)
