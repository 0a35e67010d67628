import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSettings } from '../../src/settings.ts'

/** A worker that needs a moment to finish what it holds, and leaves notes about itself. */
const { dataDir } = loadSettings()
writeFileSync(join(dataDir, 'worker-pid'), String(process.pid))
process.on('disconnect', () => process.exit(0))
process.on('message', () => {
  setTimeout(() => {
    writeFileSync(join(dataDir, 'worker-drained'), 'ya')
    process.exit(0)
  }, 300)
})
setInterval(() => undefined, 1_000)
