import { effect } from '@preact/signals'
import { NO_FILTER } from '../state/address.ts'
import { address, go } from '../state/navigation.ts'
import { queues } from '../state/queue-counts.ts'
import { may } from '../state/session.ts'

/**
 * "/" and "/kasus/…" become a place to stay: the person's first queue, with the case open in it.
 * Who reads no cases is an administrator and starts with the people.
 */
export const settleAddress = (): (() => void) =>
  effect(() => {
    const here = address.value
    if (here.page !== 'home' && here.page !== 'case') return
    if (!may('case:read')) return go({ page: 'users' }, 'replace')
    const caseId = here.page === 'case' ? here.caseId : null
    const queue =
      (caseId ? queues.value.find(({ name }) => name === 'all') : null) ?? queues.value[0]
    if (queue) go({ page: 'queue', queue: queue.name, caseId, filter: NO_FILTER }, 'replace')
  })
