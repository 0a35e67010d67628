/** Opaque page markers: the sort key and id of the last row, so that no page needs an OFFSET. */
export type Marker = (string | number | null)[]

export const encodeMarker = (marker: Marker): string =>
  Buffer.from(JSON.stringify(marker)).toString('base64url')

/** Null for anything that is not a marker of this length. */
export const decodeMarker = (text: string, length: number): Marker | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    const plain = (part: unknown) => part === null || ['string', 'number'].includes(typeof part)
    return Array.isArray(value) && value.length === length && value.every(plain)
      ? (value as Marker)
      : null
  } catch {
    return null
  }
}

/** What Postgres takes for a uuid without complaint. */
export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
