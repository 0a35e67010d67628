import { removeSample } from '../store/sample.ts'
import type { Command } from './command.ts'
import { withInstallation } from './with-installation.ts'

/** Takes the shipped sample out without a trace, before real work begins. */
export const sample: Command = async ([verb]) => {
  if (verb !== 'remove') {
    process.stderr.write('Pemakaian: tanggap sample remove\n')
    return 2
  }
  return withInstallation(async ({ db }) => {
    const gone = await removeSample(db)
    process.stdout.write(`Contoh dihapus: ${gone.posts} kiriman, ${gone.cases} kasus.\n`)
    return 0
  })
}
