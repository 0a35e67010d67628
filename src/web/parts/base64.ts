/** In slices: one call with millions of arguments would overflow the stack. */
export const base64 = (bytes: Uint8Array): string => {
  const slices: string[] = []
  for (let at = 0; at < bytes.length; at += 8_192) {
    slices.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)))
  }
  return btoa(slices.join(''))
}
