import { useState } from 'preact/hooks'
import type { ChannelAdded } from '../../http/schemas/channel.ts'
import { addChannel } from '../api/administration.ts'
import type { Channel } from '../api/wire.ts'
import { Field } from '../parts/field.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { AgencyField } from './agency-field.tsx'
import { CHANNEL_LABELS, type ChannelFields, EMPTY_CHANNEL, toChannel } from './channel-fields.ts'
import { TextField } from './text-field.tsx'
import { useSending } from './use-sending.ts'

interface ChannelSheetProps {
  onClose: () => void
  onAdded: (added: ChannelAdded) => void
}

const TO_LABELS: Record<Channel['kind'], [label: string, placeholder: string]> = {
  telegram: ['Id grup Telegram', '-1001234567890'],
  email: ['Alamat surel', 'piket@contoh.go.id'],
  webhook: ['Alamat webhook', 'https://…'],
}

export const ChannelSheet = ({ onClose, onAdded }: ChannelSheetProps) => {
  const [fields, setFields] = useState(EMPTY_CHANNEL)
  const set = (patch: Partial<ChannelFields>) => setFields((before) => ({ ...before, ...patch }))
  const { problem, busy, submit } = useSending(() => addChannel(toChannel(fields)), onAdded)
  const [label, placeholder] = TO_LABELS[fields.kind]
  return (
    <Sheet title="Tambah saluran" shape="centre" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <KindField value={fields.kind} onChange={(kind) => set({ kind })} />
        <TextField
          label="Nama"
          required
          maxLength={120}
          value={fields.name}
          onInput={(name) => set({ name })}
        />
        <TextField
          label={label}
          required
          placeholder={placeholder}
          value={fields.to}
          onInput={(to) => set({ to })}
        />
        {fields.kind === 'telegram' && (
          <TextField
            label="Token bot"
            hint="Hanya dapat ditulis; tidak akan ditampilkan lagi."
            secret
            required
            value={fields.botToken}
            onInput={(botToken) => set({ botToken })}
          />
        )}
        <AgencyField
          label="Peringatan untuk"
          none="Semua OPD, kecuali kasus rahasia"
          value={fields.agencyId}
          onChange={(agencyId) => set({ agencyId })}
        />
        <ProblemNote problem={problem} />
        <div class="form-foot">
          <button type="submit" class="button button--main" disabled={busy}>
            Simpan
          </button>
        </div>
      </form>
    </Sheet>
  )
}

interface KindFieldProps {
  value: Channel['kind']
  onChange: (kind: Channel['kind']) => void
}

const KindField = ({ value, onChange }: KindFieldProps) => (
  <Field label="Jenis saluran">
    {(ids) => (
      <select
        {...ids}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as Channel['kind'])}
      >
        {Object.entries(CHANNEL_LABELS).map(([kind, label]) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </select>
    )}
  </Field>
)
