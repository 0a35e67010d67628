import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { form } from '../state/composer.ts'

interface CaseFormProps {
  title: string
  submit: string
  /** True when it is done: the form closes and its draft is dropped. */
  onSubmit: () => Promise<boolean>
  blocked?: boolean
  children: ComponentChildren
  aside?: ComponentChildren
}

/** The frame of every form under a case: focus in, Ctrl+Enter out, Esc away. */
export const CaseForm = ({ title, submit, onSubmit, blocked, children, aside }: CaseFormProps) => {
  const ref = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('textarea, select, input')?.focus()
  }, [])
  const send = async (event: Event) => {
    event.preventDefault()
    if (busy || blocked) return
    setBusy(true)
    if (await onSubmit()) form.value = null
    else setBusy(false)
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
      {children}
      <div class="form-foot">
        {aside}
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
