import { copyText } from '../parts/copy-text.ts'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { notify } from '../state/notices.ts'

interface LinkSheetProps {
  name: string
  link: string | null
  onClose: () => void
}

/** Told once. Whoever has the link sets the password: hand it over in person. */
export const LinkSheet = ({ name, link, onClose }: LinkSheetProps) => {
  const address = link ? new URL(link, location.href).href : null
  const copy = async () => {
    if (address && (await copyText(address))) notify('info', 'Tautan tersalin.')
  }
  return (
    <Sheet title={`Tautan sandi untuk ${name}`} shape="centre" onClose={onClose}>
      {address ? (
        <>
          <p>
            Serahkan tautan ini langsung kepada yang bersangkutan. Hanya berlaku satu kali dan{' '}
            <strong>tidak akan ditampilkan lagi</strong>.
          </p>
          <p class="one-time-link">
            <code>{address}</code>
          </p>
          <div class="form-foot">
            <button type="button" class="button button--main" onClick={() => void copy()}>
              <Icon name="copy" /> Salin tautan
            </button>
          </div>
        </>
      ) : (
        <p>Tautan sudah pernah ditampilkan. Buat tautan baru dengan “Tautan sandi baru”.</p>
      )}
    </Sheet>
  )
}
