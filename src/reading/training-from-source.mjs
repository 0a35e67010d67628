// Node 20 threads do not inherit a TypeScript loader: tests and `npm run dev` come in through here.
import { register } from 'tsx/esm/api'

register()
await import('./training-thread.ts')
