/**
 * The record key of our reply, made from the reply's own id: whoever sends it again sends it to the
 * same place, and the data server takes only one. A TID (atproto.com/specs/tid) is 13 characters of
 * a sortable base 32: 53 bits of microseconds, 10 bits of a clock's number, the highest bit 0. The
 * id (UUID version 7) has 48 bits of milliseconds first; the rest of it fills what is left.
 */
export function replyKey(id: string): string {
  const digits = id.replaceAll('-', '')
  const milliseconds = BigInt(`0x${digits.slice(0, 12)}`)
  const rest = BigInt(`0x${digits.slice(16)}`)
  const microseconds = milliseconds * 1000n + (rest % 1000n)
  const number = (microseconds << 10n) | ((rest / 1000n) % 1024n)
  return Array.from({ length: LENGTH }, (_, at) => letterAt(number, LENGTH - 1 - at)).join('')
}

const LENGTH = 13
const LETTERS = '234567abcdefghijklmnopqrstuvwxyz'
const letterAt = (number: bigint, place: number): string =>
  LETTERS[Number((number >> BigInt(place * 5)) & 31n)] as string
