/**
 * What kind of account speaks, by its handle alone: an office, the press, or neither. It labels
 * accounts of institutions and nobody else: what a person is like is not ours to guess.
 */
export type Account = 'office' | 'press' | null

/** Parts of handles that institutions use for themselves. */
const OFFICE =
  /(pemkab|pemkot|pemprov|pemda|humas|kominfo|diskominfo|prokopim|prokompim|polres|polda|polsek|polri|tmc|ntmc|bpbd|bnpb|bmkg|basarnas|damkar|dishub|dinkes|dinsos|disdik|dpupr|bpjn|dlh|satpol|puskesmas|rsud|kodim|koramil|korem|tni|kejari|kpu|bawaslu|dprd|kemen|official|resmi|camat|kecamatan|kelurahan|pdam|pln_?\d|infobmkg)/i
const PRESS =
  /(news|berita|kabar|media|radio|tribun|detik|kompas|tempo|antara|republika|okezone|liputan|cnn|cnbc|metrotv|tvone|inews|jawapos|suara(?!hati)|koran|harian|warta|redaksi|pers\b|^info|info(?:kota|jalan|lalin|banjir|gempa)|senkom|elshinta)/i

/** @param handle as the platform gives it, with or without "@"; absent where unknown */
export function accountOf(handle: string | undefined): Account {
  if (!handle) return null
  const name = handle.replace(/^@/, '').replace(/^contoh_/, '')
  if (/warga|keluhan|lapor/i.test(name)) return null
  if (OFFICE.test(name)) return 'office'
  return PRESS.test(name) ? 'press' : null
}
