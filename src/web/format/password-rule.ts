/** Core's rule in its parts, so that the form can tick what is met; a test holds the two together. */
const PARTS: [string, (password: string) => boolean][] = [
  ['Minimal 12 karakter', (password) => [...password].length >= 12],
  ['Huruf besar', (password) => /\p{Lu}/u.test(password)],
  ['Huruf kecil', (password) => /\p{Ll}/u.test(password)],
  ['Angka', (password) => /\p{Nd}/u.test(password)],
  ['Tanda baca', (password) => /[^\p{L}\p{N}\s]/u.test(password)],
]

export const passwordParts = (password: string): { label: string; met: boolean }[] =>
  PARTS.map(([label, isMet]) => ({ label, met: isMet(password) }))
