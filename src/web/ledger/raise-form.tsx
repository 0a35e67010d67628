import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Kind } from '../../core/reading.ts'
import { raisePost } from '../api/posts.ts'
import type { Problem } from '../api/request.ts'
import type { LedgerRow } from '../api/wire.ts'
import { CategoryField } from '../parts/category-field.tsx'
import { KindField, kindWithin } from '../parts/kind-field.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { ReasonField } from '../parts/reason-field.tsx'

interface RaiseFormProps {
  row: Pick<LedgerRow, 'id' | 'alternatives'>
  onRaised: () => void
  onCancel: () => void
}

export const RaiseForm = ({ row, onRaised, onCancel }: RaiseFormProps) => {
  const ref = useRef<HTMLFormElement>(null)
  const [category, setCategory] = useState('')
  const [wanted, setKind] = useState<Kind>('complaint')
  const [reason, setReason] = useState('')
  const kind = kindWithin(category, wanted)
  const { problem, busy, send } = useRaising(row.id, onRaised)
  // before it is painted: who types on at once must not type into the page
  useLayoutEffect(() => {
    ref.current?.querySelector('input')?.focus()
    ref.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const submit = (event: Event) => {
    event.preventDefault()
    const why = reason.trim()
    void send({ category, kind, ...(why ? { reason: why } : {}) })
  }
  return (
    <form
      ref={ref}
      class="raise-form"
      aria-label="Ini aduan"
      onSubmit={submit}
      onKeyDown={byKey(onCancel)}
    >
      <CategoryField proposed={row.alternatives} chosen={category} onChoose={setCategory} />
      <KindField category={category} kind={kind} onChoose={setKind} />
      <ReasonField value={reason} onInput={setReason} />
      <ProblemNote problem={problem} />
      <div class="form-foot">
        <button type="button" class="button button--bare" onClick={onCancel}>
          Batal
        </button>
        <button type="submit" class="button button--main" disabled={busy}>
          {busy ? 'Mengirim…' : 'Masukkan ke antrean'}
        </button>
      </div>
    </form>
  )
}

const byKey = (onCancel: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Escape') {
    // the page's own Esc would only leave the field
    event.preventDefault()
    event.stopPropagation()
    onCancel()
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    (event.currentTarget as HTMLFormElement).requestSubmit()
}

const useRaising = (postId: string, onRaised: () => void) => {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async (said: Parameters<typeof raisePost>[1]) => {
    if (busy) return
    setBusy(true)
    const answer = await raisePost(postId, said)
    setBusy(false)
    if (answer.kind === 'refused') setProblem(answer.problem)
    else onRaised()
  }
  return { problem, busy, send }
}
