/** What is known of a category before any post is compared. */

/**
 * Where one school, clinic, office or town has many problems of one category at a time, the place
 * alone says less than at one road or drain.
 */
const BROAD = new Set(
  `kes.rsud kes.puskesmas kes.rujukan kes.bpjs_gratis didik.sarpras didik.guru didik.kekerasan didik.spmb
   didik.pungutan eko.pasar_pkl eko.wisata eko.harga_sembako desa.pelayanan desa.dana_desa adm.ktp
   adm.kk_akta adm.layanan_online gov.pungli gov.korupsi gov.asn_disiplin gov.rekrutmen_honorer
   aman.kriminal aman.trantib hub.lalin_rambu hub.angkutan_umum hub.pelabuhan_kapal bud.olahraga_pemuda
   bud.perpus_budaya sos.bansos sos.terlantar naker.phk_upah makam.fasum gov.hoaks_klarifikasi
   gov.informasi_publik gov.pajak_daerah eko.pertanian_pupuk eko.ternak_ikan lh.pencemaran`.split(
    /\s+/,
  ),
)

export const isBroad = (category: string): boolean => BROAD.has(category)

const DAY = 86_400_000

/**
 * Days within which a category's posts can be one case. An outage, a fire or a robbery is another
 * one next week; a broken road is the same one for two months (a first setting by judgement: no
 * group of the corpus is longer than a week).
 */
const WINDOW_DAYS: Record<string, number> = {
  'aman.kriminal': 4,
  'benc.kebakaran': 3,
  'benc.banjir': 5,
  'benc.gempa_cuaca': 5,
  'jalan.longsor_ambles': 10,
  'kes.keracunan_mbg': 7,
  'lh.karhutla_asap': 7,
  'listrik.padam_pln': 7,
  'hub.lalin_rambu': 21,
  'jalan.rusak': 60,
  'jalan.baru_rusak': 60,
  'jalan.jembatan': 60,
  'didik.sarpras': 60,
  'sungai.irigasi': 45,
  'listrik.pju': 45,
  'rumah.rtlh': 45,
}
const USUAL_DAYS = 21

export const windowOf = (category: string): number => (WINDOW_DAYS[category] ?? USUAL_DAYS) * DAY
export const LONGEST_WINDOW = 60 * DAY

/** A problem that was solved and is reported again within so long came back: "kambuh". */
export const RECURRENCE_WINDOW = 30 * DAY
