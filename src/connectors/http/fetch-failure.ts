/**
 * What went wrong on the way, in a sentence for the administrator. Only the host is named: paths
 * and queries carry tokens and keys.
 */
export type FailureName = 'FetchRefused' | 'FetchFailed'

export const refused = (host: string, why: string): Error => named('FetchRefused', host, why)

const failed = (host: string, why: string): Error => named('FetchFailed', host, why)

const named = (name: FailureName, host: string, why: string): Error =>
  Object.assign(new Error(`${host}: ${why}`), { name })

const CUT_SHORT = 'sambungan terputus di tengah jawaban'

const SENTENCES: Record<string, string> = {
  ENOTFOUND: 'nama server tidak ditemukan',
  EAI_AGAIN: 'layanan nama (DNS) tidak menjawab',
  ECONNREFUSED: 'server menolak sambungan',
  ECONNRESET: CUT_SHORT,
  EPIPE: 'sambungan terputus di tengah kiriman',
  EHOSTUNREACH: 'server tidak terjangkau',
  ENETUNREACH: 'jaringan tidak terjangkau',
  ETIMEDOUT: 'server tidak menjawab tepat waktu',
  CERT_HAS_EXPIRED: 'sertifikat HTTPS sudah kedaluwarsa',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'sertifikat HTTPS tidak dipercaya',
  SELF_SIGNED_CERT_IN_CHAIN: 'sertifikat HTTPS tidak dipercaya',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'sertifikat HTTPS tidak dipercaya',
  ERR_TLS_CERT_ALTNAME_INVALID: 'sertifikat HTTPS untuk nama lain',
  Z_DATA_ERROR: 'jawaban terkompresi rusak',
  Z_BUF_ERROR: 'jawaban terkompresi terpotong',
}

/** Any error of Node's → a failure that says no more than host and cause. */
export function toFailure(host: string, error: unknown): Error {
  const { name, code, message } = error as { name?: string; code?: string; message?: string }
  if (name === 'FetchRefused' || name === 'FetchFailed') return error as Error
  if (name === 'TimeoutError') return failed(host, 'server tidak menjawab tepat waktu')
  if (name === 'AbortError') return failed(host, 'panggilan dihentikan')
  if (message === 'aborted') return failed(host, CUT_SHORT)
  return failed(host, SENTENCES[code ?? ''] ?? `panggilan gagal (${code ?? name ?? 'galat'})`)
}

export const tooLarge = (host: string, maxBytes: number): Error =>
  failed(host, `jawaban lebih besar dari ${Math.round(maxBytes / 1024)} KB`)
