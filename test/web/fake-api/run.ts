/** `npx tsx test/web/fake-api/run.ts <folder of the built console> <port>`: to look at it by hand. */
import { startFakeApi } from './server.ts'

const [folder = 'dist/web', port = '4100'] = process.argv.slice(2)
const { url, bring } = await startFakeApi(folder, Number(port))
process.stdout.write(`${url}  (sari, budi, rina, dewi / Rahasia-12345)\n`)
let index = 0
process.on('SIGUSR2', () => bring(index++))
