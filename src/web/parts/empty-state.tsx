import type { ComponentChildren } from 'preact'

/** Nothing here, and what will change that. */
export const EmptyState = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <div class="empty">
    <h2>{title}</h2>
    <p>{children}</p>
  </div>
)
