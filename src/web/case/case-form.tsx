import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { form } from '../state/composer.ts'
import type { Deed } from '../state/deed.ts'

interface CaseFormProps {
  title: string
  submit: string
  /** Once it is done the form closes; why not is said above its buttons. */
  onSubmit: () => Promise<Deed>
  /** As dropping the draft. */
  onDone?: () => void
  blocked?: boolean
  children: ComponentChildren
  aside?: ComponentChildren
}

/** The frame of every form under a case: focus in, Ctrl+Enter out, Esc away. */
export const CaseForm = ({ title, submit, onSubmit, blocked, ...more }: CaseFormProps) => {
  const ref = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState('')
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('textarea, select, input')?.focus()
  }, [])
  const send = async (event: Event) => {
    event.preventDefault()
    if (busy || blocked) return
    setBusy(true)
    const deed = await onSubmit()
    setBusy(false)
    setRefusal(deed.kind === 'refused' ? deed.because : '')
    if (deed.kind === 'refused') return
    more.onDone?.()
    form.value = null
  }
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) ref.current?.requestSubmit()
  }
  return (
    <form
      ref={ref}
      class="case-form"
      aria-label={title}
      onSubmit={(event) => void send(event)}
      onKeyDown={sendByKey}
    >
      <h3>{title}</h3>
      {more.children}
      {refusal && (
        <p class="problem form-refusal" role="alert">
          <Icon name="alert" /> {refusal}
        </p>
      )}
      <div class="form-foot">
        {more.aside}
        <button
          type="button"
          class="button button--bare"
          onClick={() => {
            form.value = null
          }}
        >
          Tutup
        </button>
        <button type="submit" class="button button--main" disabled={busy || blocked}>
          {busy ? 'Menyimpan…' : submit}
        </button>
      </div>
    </form>
  )
}
