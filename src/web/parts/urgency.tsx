import { URGENCY_LABELS, type Urgency as UrgencyId } from '../../core/reading.ts'

export const Urgency = ({ urgency }: { urgency: UrgencyId }) => (
  <span class={`urgency urgency--${urgency.toLowerCase()}`}>
    {urgency} {URGENCY_LABELS[urgency]}
  </span>
)
