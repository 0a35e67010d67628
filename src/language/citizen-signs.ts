/** What citizens say and write, and newsrooms and press offices hardly do. */
import { built, type Sign, saying } from './sign-finder.ts'

/** A citizen speaks of himself, calls somebody, asks, doubts, spells as he talks. */
export const CITIZEN_SIGNS: Sign[] = [
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
