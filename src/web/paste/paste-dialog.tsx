import { useState } from 'preact/hooks'
import { Sheet } from '../parts/sheet.tsx'
import { hide } from '../state/dialogs.ts'
import { PasteForm } from './paste-form.tsx'
import { PasteProgress } from './paste-progress.tsx'

/** A link, a text or a screenshot goes in; the dialog follows it until it is somewhere. */
export const PasteDialog = () => {
  const [sent, setSent] = useState<{ postId: string; duplicate: boolean } | null>(null)
  return (
    <Sheet title="Tempel tautan / salin teks" shape="centre" onClose={hide}>
      {sent ? (
        <PasteProgress {...sent} onAgain={() => setSent(null)} />
      ) : (
        <PasteForm onSent={setSent} />
      )}
    </Sheet>
  )
}
