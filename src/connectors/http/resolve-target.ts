import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { type AllowList, isPublicAddress } from './address-guard.ts'
import { refused } from './fetch-failure.ts'

/** Addresses to which the call is pinned: a name that resolves differently later is no way in. */
export interface Target {
  url: URL
  host: string
  addresses: { address: string; family: 4 | 6 }[]
}

export type Resolve = (host: string) => Promise<{ address: string }[]>

export const resolveByDns: Resolve = (host) => lookup(host, { all: true, verbatim: true })

/** Throws a refusal in a sentence, or what the resolver throws. */
export async function resolveTarget(
  text: string,
  allowed: AllowList,
  resolve: Resolve,
): Promise<Target> {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url) throw refused('alamat', 'bukan tautan yang sah')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  checkForm(url, host)
  const addresses = isIP(host) ? [host] : (await resolve(host)).map((found) => found.address)
  const opened = (address: string) => allowed.hasHost(host) || allowed.hasAddress(address)
  if (addresses.length === 0) throw refused(host, 'nama server tidak ditemukan')
  // one private address among public ones is enough to refuse: which one is used is not ours
  if (!addresses.every((address) => opened(address) || isPublicAddress(address)))
    throw refused(host, 'menuju jaringan internal yang tidak diizinkan')
  if (!addresses.every(opened)) checkOutside(url, host)
  const pinned = addresses.map((address) => ({ address, family: familyOf(address) }))
  return { url, host, addresses: pinned }
}

const familyOf = (address: string): 4 | 6 => (isIP(address) === 6 ? 6 : 4)

function checkForm(url: URL, host: string): void {
  if (!['http:', 'https:'].includes(url.protocol)) throw refused(host, 'hanya https yang diterima')
  if (url.username || url.password) throw refused(host, 'tautan memuat nama dan kata sandi')
}

/** Intranet hosts on the allow list may be http and on any port; the internet may not. */
function checkOutside(url: URL, host: string): void {
  if (url.protocol !== 'https:') throw refused(host, 'hanya https yang diterima')
  if (url.port !== '') throw refused(host, 'hanya porta 443 yang diterima')
}
