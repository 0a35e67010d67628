/** What the word before a name says: that somebody is there, comes from there, or only bears the name. */

const words = (text: string) => new Set(text.trim().split(/\s+/))

const AT = words('di d nang neng ning nek ing in at')

/** "orang Padang", "soto Lamongan": people and things of a place that may stand anywhere. */
const OF = words(
  `orang wong urang uwong org oreng reng asli kelahiran bahasa suku logat khas masakan kopi soto sate
   semen bank nasi batik sarung domba kambing`,
)

/** "kerja di Batam", "pindah ke Jakarta": where somebody went, not where it is wrong. */
const MOVES = words(
  `kerja bekerja merantau rantau kuliah pindah kunker liburan studi dirujuk pulang berangkat mudik asal
   tinggal ngekos perusahaan pusat lowongan dinas perjalanan`,
)

/** "PDAM Malang", "Bupati Kaur": who answers for the place. */
const OFFICE = words(
  `dinas bupati walikota wali gubernur pemkab pemkot pemprov pemda dprd polres pdam pln disdik dinkes
   dishub pupr dlh bpbd dpu kadis kapolres capil disdukcapil dukcapil dinsos bkd satpol damkar rsud imigrasi
   kominfo diskominfo`,
)

/** "Ombudsman Sumsel", "Universitas Jambi": a body that has the place in its name. */
const BODY = words(
  'ombudsman polda kejari kejati kpu bawaslu bpk bpkp inspektorat univ universitas komisi ptun bnn',
)

/** What stands before a name, of which a post has one at most: null for nothing that tells. */
export function relationOf(before: string): 'of' | 'office' | 'body' | null {
  if (OF.has(before)) return 'of'
  if (OFFICE.has(before)) return 'office'
  return BODY.has(before) ? 'body' : null
}

/** "di Bandung" */
export function isAt(word: string): boolean {
  return AT.has(word)
}

/** Somebody went there. */
export function isMove(word: string): boolean {
  return MOVES.has(word)
}
