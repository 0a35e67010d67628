import type { Authority } from '../../core/reading.ts'

/** Kewenangan: whose duty it is by law. */
export const AUTHORITY_LABELS: Partial<Record<string, string>> = {
  province: 'Provinsi',
  regency: 'Kabupaten/kota',
  village: 'Desa',
  national: 'Pusat',
  private: 'Swasta atau badan usaha',
  unknown: 'Belum diketahui',
} satisfies Record<Authority, string>
