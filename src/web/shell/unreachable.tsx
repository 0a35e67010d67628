import { Door } from '../account/door.tsx'
import { recogniseViewer } from '../state/session.ts'

export const Unreachable = () => (
  <Door title="Server tidak dapat dihubungi">
    <p>Periksa jaringan Anda. Bila tetap gagal, hubungi admin sistem.</p>
    <button
      type="button"
      class="button button--main button--wide"
      onClick={() => void recogniseViewer()}
    >
      Coba lagi
    </button>
  </Door>
)
