/** Time-ordered ids (UUID version 7), made in Node so that every Postgres from 15 on will do. */
export interface Ids {
  next(): string
  /** A short code that citizens can read out: no 0/O, 1/I. */
  code(prefix: string): string
  /** A secret for links, sessions and keys: 256 bits, base64url. */
  secret(): string
}
