import { BlockList, isIP } from 'node:net'

/** IPv4 that is not the public internet: own machine, own network, cloud metadata, reserved. */
const CLOSED_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Of IPv6 only 2000::/3 is public; within it these ranges wrap IPv4 or are reserved. */
const CLOSED_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const closedV4 = new BlockList()
for (const [net, bits] of CLOSED_V4) closedV4.addSubnet(net, bits, 'ipv4')
const closedV6 = new BlockList()
for (const [net, bits] of CLOSED_V6) closedV6.addSubnet(net, bits, 'ipv6')
const publicV6 = new BlockList()
publicV6.addSubnet('2000::', 3, 'ipv6')

/** Compared as numbers, never as text: `::ffff:7f00:1` and `64:ff9b::` are inside neither list. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closedV4.check(address, 'ipv4')
  if (family === 6) return publicV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6')
  return false
}

export interface AllowList {
  hasHost(host: string): boolean
  hasAddress(address: string): boolean
}

/** Entries: an address, a CIDR range, or a host name, as an installation writes them. */
export function readAllowList(entries: readonly string[]): AllowList {
  const ranges = new BlockList()
  const hosts = new Set<string>()
  for (const entry of entries.map((text) => text.trim().toLowerCase())) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address)
    if (family === 0) hosts.add(entry)
    else ranges.addSubnet(address, Number(bits ?? (family === 4 ? 32 : 128)), ipName(family))
  }
  return {
    hasHost: (host) => hosts.has(host.toLowerCase()),
    hasAddress: (address) => isIP(address) !== 0 && ranges.check(address, ipName(isIP(address))),
  }
}

const ipName = (family: number) => (family === 4 ? 'ipv4' : 'ipv6')
