import type { ComponentChildren } from 'preact'
import { Icon } from '../parts/icon.tsx'

/** The frame of the pages before signing in. */
export const Door = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <main class="door">
    <div class="door-card">
      <p class="brand">
        <span class="brand-mark" aria-hidden="true">
          <Icon name="check" />
        </span>
        Tanggap
      </p>
      <h1>{title}</h1>
      {children}
    </div>
    <p class="door-foot muted">Kiriman warga dibaca, diteruskan, ditanggapi, dan dicatat.</p>
  </main>
)
