import { useEffect, useState } from 'preact/hooks'
import { listConnectors, listSources } from '../api/administration.ts'
import type { Source } from '../api/wire.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { may } from '../state/session.ts'
import { AdminPage } from './admin-page.tsx'
import { SourceCard } from './source-card.tsx'
import { SourceSheet } from './source-sheet.tsx'
import { useItems } from './use-items.ts'

const REFRESH_MILLISECONDS = 15_000

type Editing = { kind: 'new' } | { kind: 'source'; source: Source } | null

export const SourcesPage = () => {
  const { items, problem, reload } = useItems(listSources)
  const connectors = useItems(listConnectors).items ?? []
  const [editing, setEditing] = useState<Editing>(null)
  useEffect(() => {
    const timer = setInterval(() => void reload(), REFRESH_MILLISECONDS)
    return () => clearInterval(timer)
  }, [])
  const manages = may('source:manage')
  return (
    <AdminPage
      title="Sumber"
      says="Tempat Tanggap mendengarkan, kapan terakhir berhasil, dan apa yang kurang."
      add={manages ? { label: 'Tambah sumber', onClick: () => setEditing({ kind: 'new' }) } : null}
      problem={problem}
    >
      {items?.length === 0 && (
        <EmptyState title="Belum ada sumber">
          Tanpa sumber, kasus hanya terbentuk dari tautan dan teks yang ditempel petugas.
        </EmptyState>
      )}
      <ul class="cards">
        {items?.map((source) => (
          <SourceCard
            key={source.id}
            source={source}
            connector={connectors.find(({ id }) => id === source.connector)}
            onEdit={manages ? () => setEditing({ kind: 'source', source }) : null}
            onChanged={reload}
          />
        ))}
      </ul>
      {editing && connectors.length > 0 && (
        <SourceSheet
          source={editing.kind === 'source' ? editing.source : null}
          connectors={connectors}
          onClose={() => setEditing(null)}
          onSaved={() => {
            setEditing(null)
            void reload()
          }}
        />
      )}
    </AdminPage>
  )
}
