import { fileURLToPath } from 'node:url'
import { compose } from './compose.ts'
import { startTanggap } from './start-tanggap.ts'

// Beside us in dist/, or in the checkout under `npm run dev`.
const worker = import.meta.url.endsWith('.ts') ? '../workers/main.ts' : '../workers/main.js'
const workerFile = fileURLToPath(new URL(worker, import.meta.url))

// An open handle somewhere must not keep a stopped program in the terminal.
process.exit(await startTanggap({ compose, workerFile }))
