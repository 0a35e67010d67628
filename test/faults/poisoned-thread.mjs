// The shipped reader, and before it somebody who hangs on one word and drops dead of another.
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

parentPort?.on('message', ({ posts }) => {
  const words = posts.map(({ text }) => text).join(' ')
  if (words.includes('MATIKAN-PEMBACA')) process.exit(1)
  if (words.includes('GANTUNG-PEMBACA')) for (;;);
})
register()
await import('../../src/reading/reader-thread.ts')
