/**
 * Categories that citizens (and the reader) use for one problem: a full drain and the flood that it
 * makes, a broken road and the road work that broke it. Across them two posts join only where place
 * and words both say so.
 */
const FAMILIES: readonly (readonly string[])[] = [
  ['drainase.banjir_genangan', 'benc.banjir', 'sungai.irigasi'],
  [
    'jalan.rusak',
    'jalan.baru_rusak',
    'jalan.longsor_ambles',
    'makam.fasum',
    'drainase.banjir_genangan',
  ],
  ['jalan.rusak', 'hub.truk_odol'],
  ['jalan.rusak', 'jalan.jembatan'],
  ['jalan.jembatan', 'sungai.irigasi'],
  ['listrik.pju', 'listrik.padam_pln'],
  ['listrik.pju', 'hub.lalin_rambu'],
  ['air.bersih_pdam', 'air.perdesaan'],
  ['jalan.trotoar_median', 'lh.pohon', 'hub.parkir_liar'],
  ['lh.sampah', 'eko.pasar_pkl', 'lh.pencemaran', 'drainase.banjir_genangan'],
  ['kes.puskesmas', 'kes.rsud', 'kes.rujukan', 'kes.bpjs_gratis', 'kes.ambulans'],
  ['kes.wabah_gizi', 'kes.puskesmas'],
  ['didik.pungutan', 'gov.pungli'],
  ['didik.sarpras', 'didik.guru'],
  ['didik.spmb', 'adm.layanan_online'],
  ['sos.bansos', 'sos.dtsen_reaktivasi', 'desa.dana_desa'],
  ['adm.ktp', 'adm.kk_akta', 'gov.pungli', 'desa.pelayanan'],
  ['desa.dana_desa', 'gov.korupsi'],
  ['desa.pelayanan', 'gov.asn_disiplin'],
  ['eko.harga_sembako', 'eko.pasar_pkl'],
  ['aman.trantib', 'aman.kriminal', 'eko.usaha_ilegal'],
  ['benc.banjir', 'benc.bantuan_korban'],
  ['lh.karhutla_asap', 'benc.kebakaran'],
  ['hub.lalin_rambu', 'hub.parkir_liar', 'hub.truk_odol'],
  ['gov.pajak_daerah', 'adm.layanan_online'],
]

const SISTERS = new Map<string, Set<string>>()
for (const family of FAMILIES)
  for (const category of family) {
    const sisters = SISTERS.get(category) ?? new Set()
    for (const sister of family) sisters.add(sister)
    SISTERS.set(category, sisters)
  }

export type Kinship = 'same' | 'sister' | 'other'

export function kinshipOf(left: string, right: string): Kinship {
  if (left === right) return 'same'
  return SISTERS.get(left)?.has(right) ? 'sister' : 'other'
}
