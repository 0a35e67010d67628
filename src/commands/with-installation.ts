import { userInfo } from 'node:os'
import type { Acting } from '../core/audit.ts'
import { type Installation, openInstallation } from '../open-installation.ts'

/** Nobody signs in at a terminal: the account of the machine is all that is known. */
const whoTypes = (): Acting => ({
  actor: { userId: null, name: `terminal: ${userInfo().username}` },
  via: 'terminal',
  requestId: null,
})

/** Runs a command on the running installation. */
export const withInstallation = async (
  use: (installation: Installation) => Promise<number>,
): Promise<number> => {
  const installation = await openInstallation()
  try {
    return await installation.ports.audit.as(whoTypes(), () => use(installation))
  } finally {
    await installation.close()
  }
}
