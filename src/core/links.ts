/** The addresses that leave the house in messages and invitations; the console knows these paths. */
export const setupLink = (publicUrl: string, token: string) => `${publicUrl}/mulai/${token}`
export const passwordLink = (publicUrl: string, token: string) => `${publicUrl}/sandi/${token}`
export const caseLink = (publicUrl: string, caseId: string) => `${publicUrl}/kasus/${caseId}`
export const acknowledgeLink = (publicUrl: string, token: string) =>
  `${publicUrl}/acknowledge/${token}`
