/** The rule of core's `password-too-weak`, part by part, so that the form can tick what is met. */
const PARTS: [string, (password: string) => boolean][] = [
  ['Minimal 12 karakter', (password) => [...password].length >= 12],
  ['Huruf besar', (password) => /\p{Lu}/u.test(password)],
  ['Huruf kecil', (password) => /\p{Ll}/u.test(password)],
  ['Angka', (password) => /\p{Nd}/u.test(password)],
  ['Tanda baca', (password) => /[^\p{L}\p{N}\s]/u.test(password)],
]

export const passwordParts = (password: string): { label: string; met: boolean }[] =>
  PARTS.map(([label, isMet]) => ({ label, met: isMet(password) }))

export const isStrongPassword = (password: string): boolean =>
  PARTS.every(([, isMet]) => isMet(password))
