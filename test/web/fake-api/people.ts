import type { Role, Viewer } from '../../../src/core/roles.ts'
import { uuid } from './ids.ts'

export const GOVERNMENT = {
  id: 'pemprov-bengkulu',
  name: 'Pemerintah Provinsi Bengkulu',
  zoneLabel: 'WIB',
  timezone: 'Asia/Jakarta',
}

export const AGENCIES = [
  ['bengkulu.dpupr', 'Dinas Pekerjaan Umum dan Penataan Ruang', 'DPUPR'],
  ['bengkulu.dinkes', 'Dinas Kesehatan', 'Dinkes'],
  ['bengkulu.dikbud', 'Dinas Pendidikan dan Kebudayaan', 'Disdikbud'],
  ['bengkulu.rsudmy', 'RSUD dr. M. Yunus', 'RSMY'],
  ['bengkulu.dinsos', 'Dinas Sosial', 'Dinsos'],
  ['bengkulu.bpbd', 'Badan Penanggulangan Bencana Daerah', 'BPBD'],
  ['bengkulu.samsat', 'Badan Pendapatan Daerah', 'Bapenda'],
  ['bengkulu.inspektorat', 'Inspektorat Daerah', 'Inspektorat'],
].map(([id, name, abbreviation]) => ({
  id: id ?? '',
  name: name ?? '',
  abbreviation: abbreviation ?? '',
}))

const person = (
  username: string,
  name: string,
  roles: Role[],
  agencyId: string | null,
): Viewer & { username: string } => ({
  userId: uuid(),
  username,
  name,
  governmentId: GOVERNMENT.id,
  agencyId,
  roles,
})

export const PEOPLE = [
  person('rina', 'Rina Koordinator', ['coordinator', 'administrator'], null),
  person('sari', 'Sari Wulandari', ['desk-officer'], 'bengkulu.dpupr'),
  person('budi', 'Budi Santoso', ['supervisor'], 'bengkulu.dpupr'),
  person('dewi', 'Dewi Lestari', ['desk-officer'], 'bengkulu.dinkes'),
]
export type Person = (typeof PEOPLE)[number]
