import { copyText } from '../parts/copy-text.ts'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { notify } from '../state/notices.ts'

/** The key that signs a webhook's messages: told once, for whoever runs the receiving side. */
export const SecretSheet = ({ secret, onClose }: { secret: string; onClose: () => void }) => {
  const copy = async () => {
    if (await copyText(secret)) notify('info', 'Kunci tersalin.')
  }
  return (
    <Sheet title="Kunci tanda tangan webhook" shape="centre" onClose={onClose}>
      <p>
        Penerima memeriksa tanda tangan pesan dengan kunci ini. Kunci{' '}
        <strong>tidak akan ditampilkan lagi</strong>.
      </p>
      <p class="one-time-link">
        <code>{secret}</code>
      </p>
      <div class="form-foot">
        <button type="button" class="button button--main" onClick={() => void copy()}>
          <Icon name="copy" /> Salin kunci
        </button>
      </div>
    </Sheet>
  )
}
