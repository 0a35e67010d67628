/** Places that no gazetteer knows: roads, schools, clinics, markets, crossroads, quarters. */
import type { PlaceLevel } from '../core/reading.ts'
import { isNoPlace } from './place-cues.ts'
import type { Token } from './tokens.ts'

export interface NamedSpan {
  from: number
  to: number
  level: Extract<PlaceLevel, 'facility' | 'road' | 'landmark'>
}

const set = (text: string) => new Set(text.split(/\s+/))

const ROAD = set('jl jln jalan jalanan dalan ruas jalur jln2 gang gg lorong')
const ROAD_ALONE = set('jalinsum jalintim jalinbar jalinteng pantura ringroad')
const SCHOOL = set(
  'sd sdn smp smpn sma sman smk smkn min mtsn man mts mi sltp slta tk paud slb sdit smpit ponpes',
)
const HEALTH = set('puskesmas pustu rsud rs rsia rumkit puskes posyandu klinik rskj rsup')
const FACILITY = set(
  'pasar terminal bandara pelabuhan stasiun spbu stadion gor masjid mushola tpa tpu tps rusun kampus dermaga samsat waduk bendungan embung perpustakaan museum kantor lapas rutan pabrik sppg pdam pln pam bpn kua dukcapil disdukcapil capil polsek polres koramil imigrasi masjid kelenteng',
)
const LANDMARK = set(
  'simpang perempatan pertigaan jembatan pantai komplek kompleks perumahan perum bundaran alun-alun tanjakan turunan danau kali bukit gunung pulau dusun dsn kampung kp lingkungan taman flyover underpass tugu terowongan jorong banjar',
)

/** Lower-case words that end a name. */
const STOPPERS = set(
  `rusak berlubang bolong bolong2 depan dpn dekat deket belakang samping di ke dari yang yg ini itu tu
   nih tuh sudah udah belum blm tidak gak ga dak idak juga kok ya min dan atau sama dgn dengan untuk utk
   raya umum kami kita kampung desa tolong mohon kapan kenapa banyak parah banget nian mati tutup rame
   sepi macet banjir licin gelap becek hancur ancur amblas ambles longsor mulus lagi lg jg aja saja sih
   dong deh pak bu baru lama mana apa siapa sebelah sekitar arah menuju masih msh ada ado jadi karena
   setiap tiap pas saat waktu kalau kalo klo terus trs semua smua pada akan mau sampai smp sampe sejak
   dari antara tanpa harus bisa boleh perlu butuh mulai gimana bagaimana kota provinsi negara pagi
   sore malam siang kotor bau penuh kosong mahal murah nya`,
)

/**
 * Tokens → named places. `isArea(i)` says whether a gazetteer name begins at a token, so that
 * small-letter names ("puskesmas curup") are taken; `knows(key)` whether the register has a road.
 */
export function findNamedPlaces(
  tokens: Token[],
  mixedCase: boolean,
  areaLength: (index: number) => number,
): NamedSpan[] {
  const spans: NamedSpan[] = []
  for (let index = 0; index < tokens.length; index++) {
    const span = spanAt(tokens, index, mixedCase, areaLength)
    if (!span) continue
    spans.push(span)
    index = span.to - 1
  }
  return spans
}

function spanAt(
  tokens: Token[],
  index: number,
  mixedCase: boolean,
  areaLength: (index: number) => number,
): NamedSpan | null {
  const token = tokens[index] as Token
  if (token.kind !== 'word') return null
  const word = token.lower
  if (ROAD_ALONE.has(word)) return { from: index, to: index + 1, level: 'road' }
  const level = levelOf(word)
  if (!level) return null
  const start = skipFillers(tokens, index + 1, word)
  const to = endOfName(tokens, start, { word, mixedCase, areaLength })
  return to > start ? { from: index, to, level } : null
}

function levelOf(word: string): NamedSpan['level'] | null {
  if (ROAD.has(word)) return 'road'
  if (SCHOOL.has(word) || HEALTH.has(word) || FACILITY.has(word)) return 'facility'
  return LANDMARK.has(word) ? 'landmark' : null
}

/** "jl. raya …", "SD negeri 20", "simpang empat …": words between the kind and the name. */
function skipFillers(tokens: Token[], from: number, word: string): number {
  let at = from
  if (tokens[at]?.lower === '.') at++
  if (SCHOOL.has(word) && /^(negeri|swasta|n)$/.test(tokens[at]?.lower ?? '')) at++
  if (ROAD.has(word) && /^(raya|poros|lintas|lingkar)$/.test(tokens[at]?.lower ?? '')) at++
  return at
}

interface NameRule {
  word: string
  mixedCase: boolean
  areaLength: (index: number) => number
}

const MOST_WORDS = 3

function endOfName(tokens: Token[], start: number, rule: NameRule): number {
  let at = start
  while (at < tokens.length && at < start + MOST_WORDS) {
    const area = rule.areaLength(at)
    if (area > 0 && at === start) return at + area
    if (!belongsToName(tokens[at] as Token, at - start, rule)) break
    at++
  }
  return at
}

function belongsToName(token: Token, position: number, rule: NameRule): boolean {
  if (token.kind === 'number') {
    return position > 0
      ? token.raw.length <= 2 && SCHOOL.has(rule.word)
      : numbered(rule.word, token)
  }
  if (token.kind !== 'word' || STOPPERS.has(token.lower) || isNoPlace(token.lower)) return false
  if (/^\p{Lu}/u.test(token.raw)) return rule.mixedCase || position < 2
  // "jl hibrida", "jln melati": the abbreviation is only written before a name
  return !rule.mixedCase && position === 0 && /^(jl|jln|gang|gg)$/.test(rule.word)
}

/** "SD 20" and "SMPN 3" are names, "jalan 2 km" is not. */
function numbered(word: string, token: Token): boolean {
  return SCHOOL.has(word) && /^\d{1,3}$/.test(token.raw)
}

/** "di Kayutangi": a capital after a preposition, unknown to the gazetteer. */
export function findUnknownPlaces(tokens: Token[], taken: (index: number) => boolean): NamedSpan[] {
  const spans: NamedSpan[] = []
  for (let index = 1; index < tokens.length; index++) {
    const before = tokens[index - 1] as Token
    if (
      !/^(di|ke|dari|daerah|kawasan|desa|dusun|neng|nang|ning|kelurahan|kecamatan)$/.test(
        before.lower,
      )
    )
      continue
    let to = index
    while (to < index + MOST_WORDS && isUnknownName(tokens[to], taken(to))) to++
    if (to > index) spans.push({ from: index, to, level: 'landmark' })
  }
  return spans
}

function isUnknownName(token: Token | undefined, taken: boolean): boolean {
  if (token?.kind !== 'word' || taken) return false
  if (isNoPlace(token.lower) || STOPPERS.has(token.lower)) return false
  // all capitals is an institution or a shout
  return /^\p{Lu}\p{Ll}{2,}/u.test(token.raw)
}
