import { useState } from 'preact/hooks'
import { addSource, changeSource } from '../api/administration.ts'
import type { Connector, ConnectorField, Source } from '../api/wire.ts'
import { Field } from '../parts/field.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { fieldsOf, type SourceFields, toSource } from './source-fields.ts'
import { TextField } from './text-field.tsx'
import { useSending } from './use-sending.ts'

interface SourceSheetProps {
  source: Source | null
  connectors: Connector[]
  onClose: () => void
  onSaved: () => void
}

export const SourceSheet = ({ source, connectors, onClose, onSaved }: SourceSheetProps) => {
  const [chosen, setChosen] = useState(source?.connector ?? connectors[0]?.id ?? '')
  const [fields, setFields] = useState<SourceFields>(() => fieldsOf(source))
  const connector = connectors.find(({ id }) => id === chosen)
  const set = (patch: Partial<SourceFields>) => setFields((before) => ({ ...before, ...patch }))
  const { problem, busy, submit } = useSending(() => {
    const said = toSource(fields, connector?.fields ?? [], source)
    return source ? changeSource(source.id, said) : addSource({ connector: chosen, ...said })
  }, onSaved)
  return (
    <Sheet title={source ? 'Ubah sumber' : 'Tambah sumber'} shape="centre" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {!source && <ConnectorChoice connectors={connectors} value={chosen} onChange={setChosen} />}
        <TextField
          label="Nama"
          required
          maxLength={120}
          value={fields.name}
          onInput={(name) => set({ name })}
        />
        <Interval seconds={fields.intervalSeconds} onChange={(s) => set({ intervalSeconds: s })} />
        {connector?.fields.map((field) => (
          <ConnectorInput
            key={field.name}
            field={field}
            hint={source?.secretHints[field.name]}
            value={fields.values[field.name] ?? ''}
            onInput={(value) => set({ values: { ...fields.values, [field.name]: value } })}
          />
        ))}
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

interface ConnectorChoiceProps {
  connectors: Connector[]
  value: string
  onChange: (connector: string) => void
}

const ConnectorChoice = ({ connectors, value, onChange }: ConnectorChoiceProps) => (
  <Field label="Jenis sumber">
    {(ids) => (
      <select {...ids} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {connectors.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    )}
  </Field>
)

interface IntervalProps {
  seconds: number
  onChange: (seconds: number) => void
}

const Interval = ({ seconds, onChange }: IntervalProps) => (
  <Field label="Periksa setiap (detik)">
    {(ids) => (
      <input
        {...ids}
        type="number"
        min={30}
        max={86_400}
        required
        value={seconds}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    )}
  </Field>
)

interface ConnectorInputProps {
  field: ConnectorField
  /** Last characters of the secret that is stored. */
  hint: string | undefined
  value: string
  onInput: (value: string) => void
}

/** A secret can be replaced, never read back. */
const ConnectorInput = ({ field, hint, value, onInput }: ConnectorInputProps) => (
  <TextField
    label={field.label}
    secret={field.secret}
    required={field.required && !field.secret}
    maxLength={2_000}
    placeholder={hint ? `tersimpan, berakhiran …${hint}` : ''}
    {...(field.secret ? { hint: 'Hanya dapat ditulis; kosongkan untuk tidak mengubah.' } : {})}
    value={value}
    onInput={onInput}
  />
)
