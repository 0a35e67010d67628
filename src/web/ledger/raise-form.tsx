import { useState } from 'preact/hooks'
import { NOT_A_SERVICE } from '../../core/correction.ts'
import { raisePost } from '../api/posts.ts'
import type { Problem } from '../api/request.ts'
import type { LedgerRow } from '../api/wire.ts'
import { Field } from '../parts/field.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { may, reference } from '../state/session.ts'

/** The reader kept it out and was wrong: the officer says what it is about, and it goes into the queue. */
export const RaisePost = ({ row }: { row: LedgerRow }) => {
  const [open, setOpen] = useState(false)
  const [raised, setRaised] = useState(false)
  if (raised)
    return (
      <p class="note-box" role="status">
        Dibaca ulang sebagai aduan: kasusnya segera tampil di antrean.
      </p>
    )
  if (!may('case:work') || !isReadable(row)) return null
  if (open)
    return <RaiseForm row={row} onRaised={() => setRaised(true)} onCancel={() => setOpen(false)} />
  return (
    <button type="button" class="button button--bare" onClick={() => setOpen(true)}>
      Ini aduan
    </button>
  )
}

/** What waits is being read, and of what was removed nothing is left to read. */
const isReadable = ({ stage, outcome }: LedgerRow): boolean =>
  stage === 'quarantined' || (stage === 'read' && outcome !== 'removed')

interface RaiseFormProps {
  row: LedgerRow
  onRaised: () => void
  onCancel: () => void
}

const RaiseForm = ({ row, onRaised, onCancel }: RaiseFormProps) => {
  const [category, setCategory] = useState('')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async (event: Event) => {
    event.preventDefault()
    const why = reason.trim()
    const answer = await raisePost(row.id, { category, ...(why ? { reason: why } : {}) })
    if (answer.kind === 'refused') return setProblem(answer.problem)
    onRaised()
  }
  return (
    <form class="raise-form" onSubmit={send}>
      <ProblemNote problem={problem} />
      <CategoryField value={category} onChange={setCategory} />
      <Field
        label="Alasan (boleh kosong)"
        hint="Pembetulan ini menjadi contoh bagi pembaca otomatis."
      >
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            maxLength={2_000}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="form-foot">
        <button type="submit" class="button">
          Masukkan ke antrean
        </button>
        <button type="button" class="button button--bare" onClick={onCancel}>
          Batal
        </button>
      </div>
    </form>
  )
}

const CategoryField = ({
  value,
  onChange,
}: {
  value: string
  onChange: (category: string) => void
}) => (
  <Field label="Kategori">
    {(ids) => (
      <select
        {...ids}
        required
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">Pilih kategori</option>
        {(reference.value?.categories ?? [])
          .filter(({ id }) => id !== NOT_A_SERVICE)
          .map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
      </select>
    )}
  </Field>
)
