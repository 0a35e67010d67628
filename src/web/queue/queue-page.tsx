import { CasePane } from '../case/case-pane.tsx'
import { openCaseId } from '../state/open-case.ts'
import { CaseTable } from './case-table.tsx'
import { PrintHeader } from './print-header.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { QueueTabs } from './queue-tabs.tsx'

/** The desk: the queue, and beside it the case that is open. */
export const QueuePage = () => (
  <div class={openCaseId.value ? 'desk desk--open' : 'desk'}>
    <section class="desk-list" aria-label="Antrean">
      <QueueTabs />
      <QueueFilters />
      <PrintHeader />
      <CaseTable />
    </section>
    {openCaseId.value && <CasePane />}
  </div>
)
