/**
 * The numbers of gathering, in one place. Points are the weights of a logistic model, rounded,
 * fitted on pairs of the corpus' invented posts (writers a to f and i, once as the reader read them and
 * once as they are labelled): a sum of 0 is as likely one problem as two. What they reach says
 * `npx tsx test/eval/gathering.ts`; on posts that nobody looked at while fitting it may be less.
 */
import type { PairEvidence } from './pair-evidence.ts'

export interface GatherSettings {
  /** A pair with at least so many points is one problem. */
  sure: number
  /** With at least so many, people are asked. */
  perhaps: number
  /** Likeness or share of words from which a text is a copy with light edits. */
  copy: number
  /** A copy in which a word at least so rare was exchanged on both sides is about another place. */
  swapped: number
}

export const GATHERING: GatherSettings = { sure: -0.3, perhaps: -1.2, copy: 0.7, swapped: 0.55 }

/** Posts of one case that a new one is compared with, newest first. */
export const MEMBERS_COMPARED = 6
/** Cases that a new post is compared with: those that share most keys. */
export const GROUPS_COMPARED = 24

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

const START = -3.7
/** What each piece of evidence adds. */
const POINTS: [(evidence: PairEvidence) => number, number][] = [
  [({ sameCategory }) => sameCategory, 2.6],
  [({ sisterCategory }) => sisterCategory, 0.5],
  [({ finePlace }) => finePlace, 1.4],
  [({ finePlace, sameCategory }) => finePlace * sameCategory, 1.6],
  [({ widePlace, sameCategory }) => widePlace * sameCategory, 1.4],
  [({ otherPlace }) => otherPlace, -0.7],
  [({ otherArea, finePlace }) => (finePlace > 0 ? 0 : otherArea), -1.7],
  [({ otherArea, finePlace }) => (finePlace > 0 ? otherArea : 0), -1],
  [({ sharedWords }) => sharedWords, 1],
  [({ hiddenName, sameCategory }) => hiddenName * (sameCategory ? 1.1 : 0.3), 1],
  [({ swapped }) => swapped, -0.5],
  [(evidence) => (isTemplate(evidence) ? evidence.unshared : 0), -3],
]
const BROAD_PLACE = -0.8

/** So alike that it was written after another post, and not alike enough to be a copy of it. */
export const isTemplate = ({ likeness }: PairEvidence) =>
  likeness >= LEAST_TEMPLATE && likeness < 0.75
export const LEAST_TEMPLATE = 0.2

/** Evidence → log odds that two posts of these categories speak of one problem. */
export function pointsOf(evidence: PairEvidence, category: string): number {
  let sum = START
  for (const [measure, points] of POINTS) sum += measure(evidence) * points
  const { finePlace, sameCategory } = evidence
  return isBroad(category) ? sum + finePlace * sameCategory * BROAD_PLACE : sum
}

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
