/** Who is told, step by step, when an agency's answer is late: role titles, never names. */
export type Chief = 'Gubernur' | 'Bupati' | 'Wali Kota'

const LAST = 'Sekretaris Daerah'

/** By the beginning of the agency's name; the first that fits holds. */
const BY_NAME: [RegExp, string[]][] = [
  [/^inspektorat/i, ['Inspektur Pembantu', 'Sekretaris Inspektorat', 'Inspektur']],
  [/^sekretariat daerah/i, ['Kepala Bagian', 'Asisten Sekretaris Daerah', LAST]],
  [/^sekretariat d/i, ['Kepala Bagian', 'Sekretaris DPRD', LAST]],
  [/^satuan polisi/i, ['Kepala Bidang', 'Sekretaris Satpol PP', 'Kepala Satpol PP', LAST]],
  [/^badan penanggulangan/i, ['Kepala Bidang', 'Sekretaris BPBD', 'Kepala Pelaksana BPBD', LAST]],
  [/^(rsu|rsk|rsj|rumah sakit)/i, ['Kepala Bidang Pelayanan', 'Direktur Rumah Sakit', LAST]],
  [/^(perumda|pdam|pudam|perusahaan)/i, ['Kepala Bagian', 'Direktur', LAST]],
  [/^kecamatan/i, ['Sekretaris Kecamatan', 'Camat', LAST]],
  [/^badan/i, ['Kepala Bidang', 'Sekretaris Badan', 'Kepala Badan', LAST]],
]

export function usualEscalation(agencyName: string, chief: Chief): string[] {
  const found = BY_NAME.find(([pattern]) => pattern.test(agencyName))
  const steps = found?.[1] ?? ['Kepala Bidang', 'Sekretaris Dinas', 'Kepala Dinas', LAST]
  // The inspectorate answers to the head of government, not to the secretary.
  return /^inspektorat/i.test(agencyName) ? [...steps, chief] : steps
}
