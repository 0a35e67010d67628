/**
 * Signs of who speaks that a reader would name: a newsroom, a press office, or a citizen. How far
 * each may be trusted, alone and beside the others, is learned.
 */
import { CITIZEN_SIGNS } from './citizen-signs.ts'
import { PRESS_SIGNS } from './press-signs.ts'
import { createSignFinder } from './sign-finder.ts'

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
