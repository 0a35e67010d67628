import { CasePane } from '../case/case-pane.tsx'
import { openCaseId } from '../state/open-case.ts'
import { CaseTable } from './case-table.tsx'
import { PrintHeader } from './print-header.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { QueueTabs } from './queue-tabs.tsx'

/** The desk: the queue, and beside it the case that is open. */
export const QueuePage = () => (
  <main class={openCaseId.value ? 'desk desk--open' : 'desk'}>
    <h1 class="off-screen">Antrean</h1>
    <section class="desk-list" aria-label="Antrean">
      <QueueTabs />
      <QueueFilters />
      <PrintHeader />
      <CaseTable />
    </section>
    {openCaseId.value && <CasePane />}
  </main>
)
