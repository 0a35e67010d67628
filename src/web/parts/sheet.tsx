import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'

interface SheetProps {
  title: string
  shape: 'centre' | 'side'
  onClose: () => void
  children: ComponentChildren
}

/** Something over the page. The browser's own dialog keeps the focus inside and closes with Esc. */
export const Sheet = ({ title, shape, onClose, children }: SheetProps) => {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    ref.current?.showModal()
  }, [])
  const outside = (event: MouseEvent) => {
    if (event.target === ref.current) onClose()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself
    <dialog
      ref={ref}
      class={`sheet sheet--${shape}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={outside}
    >
      <div class="sheet-body">
        <header class="sheet-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" class="button button--bare" aria-label="Tutup" onClick={onClose}>
            <Icon name="x" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
