import { Sheet } from '../parts/sheet.tsx'
import { hide } from '../state/dialogs.ts'
import { KEY_MAP } from './key-map.ts'

export const KeySheet = () => (
  <Sheet title="Pintasan papan ketik" shape="centre" onClose={hide}>
    <p class="muted">Berlaku selama Anda tidak sedang mengetik di kolom isian.</p>
    <dl class="key-list">
      {KEY_MAP.map(([keys, command, says]) => (
        <div key={command}>
          <dt>
            {keys.split(' ').map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{says}</dd>
        </div>
      ))}
      <div>
        <dt>
          <kbd>Ctrl</kbd>
          <kbd>Enter</kbd>
        </dt>
        <dd>Kirim isian</dd>
      </div>
    </dl>
  </Sheet>
)
