/** The address of an invitation; the console knows this path. */
export const passwordLink = (publicUrl: string, token: string) => `${publicUrl}/sandi/${token}`
