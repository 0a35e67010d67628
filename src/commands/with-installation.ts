import { type Installation, openInstallation } from '../open-installation.ts'
import { StartFault } from '../services/start-fault.ts'

/** Runs a command on the running installation; what a person must mend is one sentence. */
export const withInstallation = async (
  use: (installation: Installation) => Promise<number>,
): Promise<number> => {
  try {
    const installation = await openInstallation()
    try {
      return await use(installation)
    } finally {
      await installation.close()
    }
  } catch (error) {
    if (!(error instanceof StartFault)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}
