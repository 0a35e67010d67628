import { pathOf, queueAddress } from '../state/address.ts'
import { follow } from '../state/navigation.ts'
import { queues } from '../state/queue-counts.ts'
import { wanted } from '../state/queue-list.ts'

/** A thousand is where the server stops counting. */
const COUNTED_UP_TO = 1_000

export const QueueTabs = () => (
  <nav class="tabs" aria-label="Antrean">
    {queues.value.map(({ name, label, count }) => {
      const to = queueAddress(name)
      const here = wanted.value?.queue === name
      return (
        <a
          key={name}
          href={pathOf(to)}
          class={`tab tab--${name}`}
          aria-current={here ? 'page' : undefined}
          onClick={follow(to)}
        >
          {label} <span class="tab-count">{count >= COUNTED_UP_TO ? '1000+' : count}</span>
        </a>
      )
    })}
  </nav>
)
