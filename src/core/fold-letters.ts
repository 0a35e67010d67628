/** Letters as the eye reads them, each with the place in the text that it came from. */
export interface FoldedText {
  text: string
  /** Index into the original for every character of `text`, and its length at the end. */
  at: number[]
}

/** Marks that change the look of a letter, and characters that nobody sees. */
const UNSEEN = /[\p{M}\u00AD\u200B-\u200F\u2060\uFEFF]/u
/** What writers put in a letter's place: Cyrillic look-alikes. */
const LOOKALIKES: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
}

/**
 * Small letters without accents, full width and bold forms made plain, and a letter that is drawn
 * out ("bukaaan") said once, so that one pattern finds all spellings and its span is the writer's.
 */
export const foldLetters = (original: string): FoldedText => {
  const letters = lettersOf(original).filter(isSaidOnce)
  const at = letters.flatMap(({ letter, from }) => Array(letter.length).fill(from))
  return { text: letters.map(({ letter }) => letter).join(''), at: [...at, original.length] }
}

interface Letter {
  letter: string
  from: number
}

const lettersOf = (original: string): Letter[] => {
  const letters: Letter[] = []
  let from = 0
  for (const sign of original) {
    for (const letter of plain(sign)) letters.push({ letter, from })
    from += sign.length
  }
  return letters
}

/** Two in a row are spelling ("maaf", "saat"), three are shouting: then only the first counts. */
const isSaidOnce = ({ letter }: Letter, place: number, all: Letter[]): boolean => {
  const like = (offset: number) => all[place + offset]?.letter === letter
  return !/\p{L}/u.test(letter) || !like(-1) || !(like(-2) || like(1))
}

const plain = (sign: string): string =>
  Array.from(sign.normalize('NFKD').toLowerCase(), (letter) =>
    UNSEEN.test(letter) ? '' : (LOOKALIKES[letter] ?? letter),
  ).join('')
