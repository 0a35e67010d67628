import { Icon } from '../parts/icon.tsx'
import { dismissNotice, notices, whisper } from '../state/notices.ts'

export const Notices = () => (
  <>
    <div class="notices" role="status" aria-live="polite">
      {notices.value.map(({ id, tone, text }) => (
        <div key={id} class={`notice notice--${tone}`}>
          <Icon name={tone === 'refused' ? 'alert' : 'check'} />
          <span>{text}</span>
          <button
            type="button"
            class="button button--bare"
            aria-label="Tutup pesan"
            onClick={() => dismissNotice(id)}
          >
            <Icon name="x" />
          </button>
        </div>
      ))}
    </div>
    <div class="off-screen" aria-live="polite">
      {whisper.value}
    </div>
  </>
)
