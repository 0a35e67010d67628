import { type Installation, openInstallation } from '../open-installation.ts'

/** Runs a command on the running installation. */
export const withInstallation = async (
  use: (installation: Installation) => Promise<number>,
): Promise<number> => {
  const installation = await openInstallation()
  try {
    return await use(installation)
  } finally {
    await installation.close()
  }
}
