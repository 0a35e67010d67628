import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Secrets at rest: AES-256-GCM, bound to the row that they belong to. */
export interface SecretBox {
  seal(secrets: Record<string, string>, owner: string): Record<string, string>
  open(sealed: Record<string, string>, owner: string): Record<string, string>
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

const mapValues = (record: Record<string, string>, change: (value: string) => string) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))

export const createSecretBox = (passphrase: string): SecretBox => {
  const key = createHash('sha256').update(passphrase).digest()

  const sealOne = (value: string, owner: string): string => {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner))
    const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
    return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
  }

  const openOne = (sealed: string, owner: string): string => {
    const bytes = Buffer.from(sealed.slice('v1.'.length), 'base64url')
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
    const opener = createDecipheriv('aes-256-gcm', key, nonce)
      .setAAD(Buffer.from(owner))
      .setAuthTag(tag)
    const body = bytes.subarray(NONCE_BYTES + TAG_BYTES)
    return Buffer.concat([opener.update(body), opener.final()]).toString('utf8')
  }

  return {
    seal: (secrets, owner) => mapValues(secrets, (value) => sealOne(value, owner)),
    open: (sealed, owner) => mapValues(sealed, (value) => openOne(value, owner)),
  }
}

/** What people get to see of a secret: enough to tell two apart, never enough to use. */
export const hintsOf = (secrets: Record<string, string>): Record<string, string> =>
  mapValues(secrets, (value) => (value.length >= 12 ? `…${value.slice(-4)}` : '…'))
