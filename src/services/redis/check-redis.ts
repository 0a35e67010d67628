import { StartFault } from '../start-fault.ts'
import { askRedis } from './ask-redis.ts'

/** Answers its version, or says in one sentence why this Redis cannot carry a queue. */
export async function checkRedis(url: string): Promise<{ version: string }> {
  const info = await askRedis(url, (redis) => redis.info()).catch((error) => {
    throw new StartFault(whyNoAnswer(url, error))
  })
  const fact = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? ''
  const version = fact('redis_version')
  const fault = faultOf(version, fact('maxmemory_policy'), fact('role'))
  if (fault) throw new StartFault(fault)
  return { version }
}

/** Where it is, without the password. */
export function whereIs(url: string): string {
  const { hostname, port } = new URL(url)
  return `${hostname}:${port || 6379}`
}

export function newEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 6 || (major === 6 && minor >= 2)
}

function faultOf(version: string, policy: string, role: string): string | undefined {
  if (!newEnough(version))
    return `Redis di REDIS_URL terlalu lama (${version}): Tanggap memerlukan Redis 6.2 atau lebih baru.`
  // An evicting Redis throws away jobs when it is full, without a word.
  if (policy !== 'noeviction')
    return `Redis di REDIS_URL memakai maxmemory-policy ${policy} yang membuang antrean saat penuh: ubah menjadi noeviction (CONFIG SET maxmemory-policy noeviction, dan di redis.conf).`
  if (role === 'slave')
    return 'Redis di REDIS_URL adalah salinan yang hanya bisa dibaca: isi REDIS_URL dengan alamat server utamanya.'
}

function whyNoAnswer(url: string, error: Error & { code?: string }): string {
  if (/WRONGPASS|NOAUTH|invalid (username|password)/i.test(error.message))
    return `Redis di ${whereIs(url)} menolak nama atau kata sandi: periksa REDIS_URL.`
  return `REDIS_URL tidak menjawab di ${whereIs(url)} (${error.code || error.message}): nyalakan Redis itu, perbaiki alamatnya, atau hapus REDIS_URL agar Tanggap memakai antrean bawaan.`
}
