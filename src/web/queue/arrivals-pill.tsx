import { Icon } from '../parts/icon.tsx'
import { arrivals, loadFirst } from '../state/queue-list.ts'

/** Newcomers wait here: the list moves only when the officer says so. */
export const ArrivalsPill = ({ onShown }: { onShown: () => void }) => {
  const count = arrivals.value.size
  const showThem = async () => {
    await loadFirst()
    onShown()
  }
  return (
    <div class="pill-place" role="status">
      {count > 0 && (
        <button type="button" class="pill" onClick={() => void showThem()}>
          <Icon name="redo" /> {count} baru
        </button>
      )}
    </div>
  )
}
