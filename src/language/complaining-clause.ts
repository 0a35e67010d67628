/** How a clause speaks: of something that is broken, or of those who tell of it. */
import type { Clause } from './clauses.ts'
import type { Analysis } from './post-analysis.ts'

const words = (list: string) => new Set(list.split(/\s+/))

/** Cues of a defect that stand as often where nothing is broken: "jalan lama", "tolong", "kolam". */
const WEAK_DEFECTS = words(
  'tolong kecil sungai naik lama kurang lambat kasihan percuma capek kolam',
)
/** Standard words, as the stream has them: what is missing, spilled or in ruins. */
const LACKS = words(
  'tidak belum tanpa hilang jangan raib rubuh ambruk penuh berserakan berhenti dicoret copot putus pecah bau tercemar kering keruh nunggak mangkrak dibuang tumpuk terbengkalai',
)
/** A list names things; who tells a story speaks of himself, of times and of reasons. */
const TELLING = words(
  'mohon saya kami bisa padahal pak bu ibu bapak sekarang bukan apakah atau semua lalu tetap bilang datang ini itu izin kalau jika karena sebab punya untuk agar supaya maka dari pada sejak nomor',
)
/** What follows is no complaint: "bukan ledeng", "padahal KK ada". */
const TURNS = words('bukan padahal tetapi')

export function complains({ heard, stream }: Analysis): boolean {
  const isStrong = (cue: string) => !WEAK_DEFECTS.has(cue)
  const defects = heard.get('form.defect')
  return defects?.some(isStrong) === true || stream.words.some((word) => LACKS.has(word))
}

/** "berkas sudah lengkap": nothing is wrong with it. */
export const isDone = (part: Analysis): boolean =>
  part.stream.words.includes('sudah') && !complains(part)

export const turns = ({ stream }: Analysis): boolean => stream.words.some((word) => TURNS.has(word))

/** Share of the spoken words that tell of who speaks, 0 to 1. */
export function tellingShare({ stream }: Analysis): number {
  const said = stream.words.filter((word) => !word.startsWith('<'))
  return tellingWords(said) / Math.max(1, said.length)
}

const tellingWords = (said: string[]) => said.filter((word) => TELLING.has(word)).length

const FEWEST = 2
const MOST = 9

/** "lampu mati 6 tiang": what an item of a list looks like. */
export function isTerse(clause: Clause, { stream }: Analysis): boolean {
  const length = clause.to - clause.from
  const fits = length >= FEWEST && length <= MOST && clause.opens !== 'because'
  return fits && tellingWords(stream.words) === 0
}
