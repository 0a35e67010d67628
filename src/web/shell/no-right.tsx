import { EmptyState } from '../parts/empty-state.tsx'

export const NoRight = () => (
  <main class="page">
    <EmptyState title="Halaman ini bukan untuk peran Anda">
      Peran Anda tidak memiliki hak untuk melihatnya. Bila seharusnya ada, hubungi admin sistem.
    </EmptyState>
  </main>
)
