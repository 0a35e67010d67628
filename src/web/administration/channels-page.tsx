import { useState } from 'preact/hooks'
import { listChannels, removeChannel } from '../api/administration.ts'
import { sentenceOf } from '../api/request.ts'
import type { Channel } from '../api/wire.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { Moment } from '../parts/moment.tsx'
import { ownerName } from '../state/names.ts'
import { notify } from '../state/notices.ts'
import { AdminPage } from './admin-page.tsx'
import { CHANNEL_LABELS } from './channel-fields.ts'
import { ChannelSheet } from './channel-sheet.tsx'
import { SecretSheet } from './secret-sheet.tsx'
import { useItems } from './use-items.ts'

export const ChannelsPage = () => {
  const { items, problem, reload } = useItems(listChannels)
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <AdminPage
      title="Saluran"
      says="Ke mana peringatan dikirim selain ke konsol: pukul dua pagi tidak ada yang melihat layar."
      add={{ label: 'Tambah saluran', onClick: () => setAdding(true) }}
      problem={problem}
    >
      {items?.length === 0 && (
        <EmptyState title="Belum ada saluran">
          Tambahkan grup Telegram, surel, atau webhook agar kasus darurat sampai ke petugas jaga.
        </EmptyState>
      )}
      <ul class="cards">
        {items?.map((channel) => (
          <ChannelCard key={channel.id} channel={channel} onChanged={reload} />
        ))}
      </ul>
      {adding && (
        <ChannelSheet
          onClose={() => setAdding(false)}
          onAdded={(added) => {
            setAdding(false)
            setSecret(added.secret)
            void reload()
          }}
        />
      )}
      {secret && <SecretSheet secret={secret} onClose={() => setSecret(null)} />}
    </AdminPage>
  )
}

const ChannelCard = ({
  channel,
  onChanged,
}: {
  channel: Channel
  onChanged: () => Promise<void>
}) => {
  const remove = async () => {
    if (!confirm(`Hapus saluran “${channel.name}”?`)) return
    const answer = await removeChannel(channel.id)
    if (answer.kind === 'refused') notify('refused', sentenceOf(answer.problem))
    await onChanged()
  }
  return (
    <li class="card">
      <p class="card-head">
        <strong>{channel.name}</strong>
        <span class="state">{CHANNEL_LABELS[channel.kind]}</span>
      </p>
      <p class="muted wrap">{Object.values(channel.settings).join(' · ')}</p>
      <dl class="facts">
        <dt>Peringatan untuk</dt>
        <dd>
          {channel.agencyId ? ownerName(channel.agencyId) : 'Semua OPD, kecuali kasus rahasia'}
        </dd>
        <dt>Terakhir terkirim</dt>
        <dd>
          {channel.lastDeliveredAt ? <Moment at={channel.lastDeliveredAt} short /> : 'belum pernah'}
        </dd>
      </dl>
      {channel.lastError && <p class="problem">{channel.lastError}</p>}
      <p class="card-actions">
        <button type="button" class="button button--bare" onClick={() => void remove()}>
          Hapus
        </button>
      </p>
    </li>
  )
}
