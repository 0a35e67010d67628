import { changeSource, removeSource } from '../api/administration.ts'
import { type Answer, sentenceOf } from '../api/request.ts'
import type { Connector, Source } from '../api/wire.ts'
import { age, span } from '../format/moments.ts'
import { notify } from '../state/notices.ts'
import { now } from '../state/now.ts'

interface SourceCardProps {
  source: Source
  connector: Connector | undefined
  onEdit: (() => void) | null
  onChanged: () => Promise<void>
}

const STATE_WORDS: Record<Source['health']['state'], string> = {
  ok: 'Berjalan',
  idle: 'Menunggu kelengkapan',
  failing: 'Gagal',
  paused: 'Dijeda',
  'never-polled': 'Belum pernah dijalankan',
}

export const SourceCard = ({ source, connector, onEdit, onChanged }: SourceCardProps) => {
  const { state } = source.health
  return (
    <li class={`card source source--${state}`}>
      <p class="card-head">
        <strong>{source.name}</strong>
        <span class={`state state--${state}`}>{STATE_WORDS[state]}</span>
      </p>
      <p class="muted">
        {connector?.label ?? source.connector} · setiap {span(source.intervalSeconds * 1000)}
      </p>
      <HealthFacts source={source} />
      {source.health.lastError && (
        <p class={state === 'idle' ? 'note-box' : 'problem'}>{source.health.lastError}</p>
      )}
      {onEdit && <SourceActions source={source} onEdit={onEdit} onChanged={onChanged} />}
    </li>
  )
}

const HealthFacts = ({ source: { health } }: { source: Source }) => (
  <dl class="facts">
    <dt>Terakhir berhasil</dt>
    <dd>{ago(health.lastSuccessAt)}</dd>
    <dt>Kiriman terbaru</dt>
    <dd>{ago(health.lastPostAt)}</dd>
    <dt>Jeda terima</dt>
    <dd>{health.lagSeconds === null ? '—' : span(health.lagSeconds * 1000)}</dd>
    <dt>Tersimpan</dt>
    <dd>{health.stored.toLocaleString('id-ID')} kiriman</dd>
    {health.failures > 0 && (
      <>
        <dt>Gagal berturut-turut</dt>
        <dd>{health.failures} kali</dd>
      </>
    )}
  </dl>
)

const ago = (at: string | null): string => {
  if (!at) return 'belum pernah'
  const passed = age(at, now.value)
  return passed === 'baru saja' ? passed : `${passed} lalu`
}

const SourceActions = ({ source, onEdit, onChanged }: Omit<SourceCardProps, 'connector'>) => {
  const say = async (call: Promise<Answer<unknown>>) => {
    const answer = await call
    if (answer.kind === 'refused') notify('refused', sentenceOf(answer.problem))
    await onChanged()
  }
  return (
    <p class="card-actions">
      <button type="button" class="button" onClick={onEdit ?? undefined}>
        Ubah
      </button>
      <button
        type="button"
        class="button"
        onClick={() => void say(changeSource(source.id, { enabled: !source.enabled }))}
      >
        {source.enabled ? 'Jeda' : 'Jalankan'}
      </button>
      <button
        type="button"
        class="button button--bare"
        onClick={() => {
          if (confirm(`Hapus sumber “${source.name}”? Kiriman yang sudah tersimpan tetap ada.`)) {
            void say(removeSource(source.id))
          }
        }}
      >
        Hapus
      </button>
    </p>
  )
}
