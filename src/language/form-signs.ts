/**
 * Signs of who speaks that a reader would name: a newsroom, a press office, or a citizen. How far
 * each may be trusted, alone and beside the others, is learned.
 */
import { PRESS_SIGNS } from './press-signs.ts'
import { built, createSignFinder, type Sign, saying } from './sign-finder.ts'

/** A citizen speaks of himself, calls somebody, asks, doubts, spells as he talks. */
const CITIZEN_SIGNS: Sign[] = [
  saying(
    'aku',
    'saya, sy, aku, gue, gw, gua, kami, kita, ambo, awak, abdi, kulo, kula, urang, sayo, enyong, rumahku, anakku',
  ),
  saying('panggil', 'min, mimin, pak, bu, bapak, bang, kak, mas, mbak, yth, bos, om'),
  saying(
    'minta',
    'tolong, mohon, mhn, tlg, plis, please, kapan, kpn, mana, dong, donk, minta, usul, harusnya, seharusnya, percuma, kenapa, knp, kok, masa, masak',
  ),
  saying(
    'lisan',
    'gak, ga, nggak, gk, ndak, dak, ora, teu, udah, udh, dah, wes, aja, banget, bgt, sih, nih, tuh, deh, lho, loh, kan, yg, dgn, utk, krn, jd, tp, sdh, blm, lg, sm, gitu, gini, doang, cuma, cuman, kayak, malah, terus, trs, lah, ya, yo, nian, bae, je, euy, mah',
  ),
  built('tanya', /\?/, '?'),
  built(
    'keras',
    /!{2,}|\?{2,}|[\u{1F620}\u{1F621}\u{1F62D}\u{1F624}\u{1F926}]/u,
    '!!,??,\u{1F620},\u{1F621},\u{1F62D},\u{1F624},\u{1F926}',
  ),
  built(
    'ejaan lisan',
    /(?<![\p{L}])(?:\p{Ll}*(?:(\p{L})\1{2,})\p{Ll}*|[bcdfghjklmnpqrstvwxyz]{2,4})(?![\p{L}])/u,
  ),
]

/** Who speaks shows at the beginning. In UTF-16 units. */
const LOOKED_AT = 600

const pressSigns = createSignFinder(PRESS_SIGNS)
const citizenSigns = createSignFinder(CITIZEN_SIGNS)

/** Names of the signs that are there, and of what is there together or not at all. */
export function formSigns(whole: string): string[] {
  const text = whole.slice(0, LOOKED_AT)
  const press = pressSigns(text)
  const own = citizenSigns(text)
  return [
    ...press,
    ...own,
    `warga ${Math.min(4, own.length)}`,
    `media ${Math.min(4, press.length)}`,
    `${Math.min(2, own.length)} lawan ${Math.min(3, press.length)}`,
    ...(own.length === 0 ? press.map((name) => `tanpa warga: ${name}`) : []),
    frameOf(text),
  ]
}

function frameOf(text: string): string {
  const begins = /^\W*\p{Lu}/u.test(text) ? 'besar' : 'kecil'
  return `${begins}, ${/\.\s*(?:#\w+\s*)*$/u.test(text) ? 'titik' : 'lepas'}`
}
